/// One step of the schema, known by its name. Once a version has been released its steps are never edited, renamed or
/// moved: a new step follows the last.
package struct Migration: Sendable {
    package let name: String
    let apply: @Sendable (Transaction) throws -> Void

    package init(_ name: String, apply: @escaping @Sendable (Transaction) throws -> Void) {
        self.name = name
        self.apply = apply
    }

    /// A step that is only statements, each one alone in its text.
    package init(_ name: String, _ statements: [String]) {
        self.init(name) { transaction in
            for statement in statements { try transaction.executeSchema(statement) }
        }
    }
}

extension Database {
    /// Brings the schema up to the last of these steps. Each step is one transaction that also records it, so a
    /// process that dies on the way leaves a whole schema and the next start goes on; two processes that start
    /// together do every step once.
    /// - Throws: ``DatabaseError/newerSchema(found:known:)`` or
    ///   ``DatabaseError/migrationsDiffer(position:recorded:known:)`` before anything is changed.
    package func migrate(_ migrations: [Migration]) async throws {
        try await write(of: .schema) { transaction in
            try transaction.executeSchema(
                """
                CREATE TABLE IF NOT EXISTS schema_migrations (
                    position BIGINT NOT NULL PRIMARY KEY,
                    name TEXT NOT NULL
                )
                """)
        }
        while try await applyNext(of: migrations) {}
    }

    /// - Returns: whether there may be a further one.
    private func applyNext(of migrations: [Migration]) async throws -> Bool {
        try await write(of: .schema) { transaction in
            let applied = try transaction.rows("SELECT name FROM schema_migrations ORDER BY position")
            try Self.compare(recorded: applied.map { try $0.text(0) }, with: migrations.map(\.name))
            guard applied.count < migrations.count else { return false }

            let next = migrations[applied.count]
            try next.apply(transaction)
            try transaction.connection.refuseAmbiguousUniqueIndexes()
            try transaction.execute(
                "INSERT INTO schema_migrations (position, name) VALUES ($1, $2)",
                [SQLValue(applied.count + 1), SQLValue(next.name)])
            return true
        }
    }

    private static func compare(recorded: [String], with known: [String]) throws {
        for (index, names) in zip(recorded, known).enumerated() where names.0 != names.1 {
            throw DatabaseError.migrationsDiffer(position: index + 1, recorded: names.0, known: names.1)
        }
        guard recorded.count <= known.count else {
            throw DatabaseError.newerSchema(found: recorded.count, known: known.count)
        }
    }
}
