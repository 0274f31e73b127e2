import BudgetDomain
import SQLDatabase

/// What has to be so before a row is copied.
extension Move {
    func checkSource() async throws {
        switch try await source.database.schemaState() {
        case .current: break
        case .absent, .foreign: throw MoveProblem.sourceIsNotOurs(source.name)
        case .older: throw MoveProblem.sourceIsOlder(source.name)
        case .newer(let found, let known), .newerBeside(let found, let known):
            throw DatabaseError.newerSchema(found: found, known: known)
        }
        if let problem = try await source.database.integrityProblems().first {
            throw MoveProblem.sourceIsDamaged(source.name, problem: problem)
        }
        try await checkAudit(of: source)
    }

    /// Every act of a company is in its chain: what was taken out, added or changed behind it is found.
    func checkAudit(of end: End) async throws {
        let companies = try await end.database.read(of: .everyCompany) { tx in
            try tx.rows("SELECT id FROM companies ORDER BY id").map { ID<Company>(try $0.text(0)) }
        }
        for company in companies {
            let found = try await end.database.verifyAudit(of: company)
            guard let broken = found.broken else { continue }
            throw MoveProblem.auditChainBroken(database: end.name, company: company.text, problem: broken.sentence)
        }
    }

    /// Brings the target to our schema, and finds it empty or with a part of this same source.
    func prepareTarget() async throws {
        let now = clock.now()
        if let reason = try await target.database.sealedBecause() { throw DatabaseError.sealed(reason: reason) }
        let sourceSeal = try await source.database.sealedBecause()
        try await target.database.migrate(Schema.migrations)
        let move = try await target.database.write(of: .schema) { tx in
            try tx.makeMoveJournal()
            return try tx.move()
        }
        // Closed by a move to somewhere else: nothing may come of it a second time.
        if let sourceSeal, sourceSeal != closingSentence { throw DatabaseError.sealed(reason: sourceSeal) }
        guard let move else { return try await begin(sourceSeal: sourceSeal, at: now) }
        switch (move.state, move.source == source.name) {
        case (.finished, true): throw MoveProblem.movedAlready(source: source.name, target: target.name)
        case (.finished, false): try await begin(sourceSeal: sourceSeal, at: now)
        case (_, false): throw MoveProblem.unfinishedMoveOfAnother(target: target.name, source: move.source)
        case (.copying, true): return
        case (.stale, true): try await empty(at: now)
        }
    }

    /// A closed source has been moved, and what it was moved to is not this target, which knows nothing of it.
    private func begin(sourceSeal: String?, at now: Instant) async throws {
        if let sourceSeal { throw DatabaseError.sealed(reason: sourceSeal) }
        try await refuseRows()
        try await target.database.write(of: .everyCompany) { [source] in try $0.beginMove(of: source.name, at: now) }
    }

    private func refuseRows() async throws {
        let full = try await target.database.read(of: .everyCompany) { tx in
            try MovedTables.inOrder.first { try tx.lastKey(of: $0) != nil }
        }
        if let full { throw MoveProblem.targetIsNotEmpty(target.name, table: full.name) }
    }

    /// Takes out what an earlier attempt copied, those that refer to others first.
    private func empty(at now: Instant) async throws {
        for table in MovedTables.inOrder.reversed() {
            while try await target.database.write(of: .everyCompany, { try $0.deleteBatch(of: table) }) > 0 {}
        }
        try await target.database.write(of: .everyCompany) { try $0.setMove(.copying, at: now) }
    }
}
