/// One step of the schema, known by its name. Once a version has been released its steps are never edited, renamed or
/// moved: a new step follows the last.
///
/// A step only adds, so that servers that do not know it go on beside those that do, unless it says otherwise.
package struct Migration: Sendable {
    package let name: String
    /// How many steps a server has to know, at least, to work on a database that has this one too. 0 for a step that
    /// only adds. A step that takes something away names the first schema that no longer used it.
    package let oldestBeside: Int
    let apply: @Sendable (Transaction) throws -> Void

    package init(_ name: String, oldestBeside: Int = 0, apply: @escaping @Sendable (Transaction) throws -> Void) {
        self.name = name
        self.oldestBeside = oldestBeside
        self.apply = apply
    }

    /// A step that is only statements, each one alone in its text.
    package init(_ name: String, oldestBeside: Int = 0, _ statements: [String]) {
        self.init(name, oldestBeside: oldestBeside) { transaction in
            for statement in statements { try transaction.executeSchema(statement) }
        }
    }
}

extension Database {
    /// Brings the schema up to the last of these steps. Each step is one transaction that also records it, so a
    /// process that dies on the way leaves a whole schema and the next start goes on; two processes that start
    /// together do every step once. A database that has further steps is left as it is, when they allow it.
    /// - Throws: ``DatabaseError/newerSchema(found:known:)`` or
    ///   ``DatabaseError/migrationsDiffer(position:recorded:known:)`` before anything is changed.
    package func migrate(_ migrations: [Migration]) async throws {
        try await write(of: .schema) { transaction in
            try transaction.connection.prepareSchema()
            try transaction.prepareSchemaMigrations()
        }
        while try await applyNext(of: migrations) {}
    }

    /// Sees whether a server that knows these steps may work on the database as it is now: it may have been given
    /// further ones since the server opened it.
    /// - Throws: ``DatabaseError/newerSchema(found:known:)`` or
    ///   ``DatabaseError/migrationsDiffer(position:recorded:known:)`` when it may not.
    package func checkSchema(knowing migrations: [Migration]) async throws {
        _ = try await read(of: .schema) { try $0.appliedSteps(knowing: migrations) }
    }

    /// - Returns: whether there may be a further one.
    private func applyNext(of migrations: [Migration]) async throws -> Bool {
        try await write(of: .schema) { transaction in
            let applied = try transaction.appliedSteps(knowing: migrations)
            guard applied < migrations.count else { return false }

            let next = migrations[applied]
            try next.apply(transaction)
            try transaction.connection.refuseAmbiguousUniqueIndexes()
            try transaction.execute(
                "INSERT INTO schema_migrations (position, name, oldest_beside) VALUES ($1, $2, $3)",
                [SQLValue(applied + 1), SQLValue(next.name), SQLValue(next.oldestBeside)])
            return true
        }
    }
}

extension Transaction {
    fileprivate func prepareSchemaMigrations() throws {
        try executeSchema(
            """
            CREATE TABLE IF NOT EXISTS schema_migrations (
                position BIGINT NOT NULL PRIMARY KEY,
                name TEXT NOT NULL,
                oldest_beside BIGINT NOT NULL DEFAULT 0
            )
            """)
        // Version 0.1 made the table without that column. The join gives a row, and with it the names of the columns,
        // also where the table is empty.
        let columns = try row(
            "SELECT m.* FROM (SELECT 1 AS one) o LEFT JOIN schema_migrations m ON m.position = 1")?.names
        if columns?.contains("oldest_beside") == false {
            try executeSchema("ALTER TABLE schema_migrations ADD COLUMN oldest_beside BIGINT NOT NULL DEFAULT 0")
        }
    }

    /// - Returns: how many steps the database has had, which may be more than `known`.
    fileprivate func appliedSteps(knowing known: [Migration]) throws -> Int {
        let steps = try rows("SELECT name, oldest_beside FROM schema_migrations ORDER BY position")
        for (index, pair) in zip(steps, known).enumerated() {
            let recorded = try pair.0.text(0)
            guard recorded == pair.1.name else {
                throw DatabaseError.migrationsDiffer(position: index + 1, recorded: recorded, known: pair.1.name)
            }
        }
        guard try steps.dropFirst(known.count).allSatisfy({ try $0.int(1) <= known.count }) else {
            throw DatabaseError.newerSchema(found: steps.count, known: known.count)
        }
        return steps.count
    }
}
