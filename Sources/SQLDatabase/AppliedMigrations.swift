extension Transaction {
    /// Whether there is a table of this name, in the place where an unqualified name would find it.
    package func hasTable(_ name: String) throws -> Bool {
        // Each engine lists its tables in a table of its own.
        let list =
            connection is SQLiteConnection
            ? "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = $1"
            : "SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = current_schema() AND tablename = $1"
        return try row(list, [.text(name)]) != nil
    }
}

extension Database {
    /// The names of the migrations that this database has seen, in their order; none for an empty database, and nil
    /// for one that was never ours. Nothing is changed.
    package func appliedMigrations() async throws -> [String]? {
        try await read(of: .schema) { tx in
            guard try tx.hasTable("schema_migrations") else { return nil }
            return try tx.rows("SELECT name FROM schema_migrations ORDER BY position").map { try $0.text(0) }
        }
    }
}
