import SQLDatabase

/// What makes sure that nothing is missing, changed or stored on the wrong side.
extension Move {
    /// - Returns: the digests of all tables, which are the same on both sides.
    func compare() async throws -> [TableDigest] {
        let ours = try await source.database.read(of: .everyCompany) { try $0.digests(of: MovedTables.inOrder) }
        let theirs = try await target.database.read(of: .everyCompany) { try $0.digests(of: MovedTables.inOrder) }
        let different = zip(ours, theirs).filter { $0 != $1 }.map(\.0.table)
        guard different.isEmpty else {
            try await throwAwayNextTime()
            throw MoveProblem.tablesDiffer(different)
        }
        try await checkAudit(of: target)
        return ours
    }

    /// Closes the source if it still holds just this. It is closed already when an earlier run ended between this
    /// step and the next.
    func close(holding digests: [TableDigest]) async throws {
        let reason = closingSentence
        let changed = try await source.database.write(of: .everyCompany) { tx in
            let now = try tx.digests(of: MovedTables.inOrder)
            let changed = zip(digests, now).filter { $0 != $1 }.map(\.0.table)
            guard changed.isEmpty else { return changed }
            guard let seal = try tx.sealedBecause() else {
                try tx.seal(because: reason)
                return []
            }
            if seal != reason { throw DatabaseError.sealed(reason: seal) }
            return []
        }
        guard changed.isEmpty else {
            try await throwAwayNextTime()
            throw MoveProblem.sourceChanged(changed)
        }
    }

    var closingSentence: String {
        "Everything in this database was moved to \(target.name), and nothing is written here any more."
    }

    private func throwAwayNextTime() async throws {
        let now = clock.now()
        try await target.database.write(of: .everyCompany) { try $0.setMove(.stale, at: now) }
    }
}
