extension Transaction {
    /// Closes this database to writing, for good: every later `INSERT`, `UPDATE` and `DELETE`, also by a program that
    /// had the file open before, fails with ``DatabaseError/sealed(reason:)``. Only triggers reach such a program, and
    /// they are SQLite's own; a server's database is closed by taking rights from its role.
    /// - Parameter reason: a sentence that says where to write instead.
    package func seal(because reason: String) throws {
        guard connection is SQLiteConnection else {
            throw DatabaseError.server(.notOffered("A server's database is closed by the server's own means."))
        }
        let tables = try rows(Self.ownTables).map { try $0.text(0) }
        try execute("CREATE TABLE \(Self.sealTable) (reason TEXT NOT NULL)")
        try execute("INSERT INTO \(Self.sealTable) (reason) VALUES ($1)", [.text(reason)])
        let message = "'" + reason.replacing("'", with: "''") + "'"
        for table in tables + [Self.sealTable] {
            for act in ["INSERT", "UPDATE", "DELETE"] {
                try execute(
                    """
                    CREATE TRIGGER \(Self.sealTable)_\(act.lowercased())_\(table) BEFORE \(act) ON \(table)
                    BEGIN SELECT RAISE(ABORT, \(message)); END
                    """)
            }
        }
    }

    /// Why the database is closed to writing; nil for one that is not.
    package func sealedBecause() throws -> String? {
        guard connection is SQLiteConnection, try hasTable(Self.sealTable) else { return nil }
        return try row("SELECT reason FROM \(Self.sealTable)")?.text(0)
    }

    private static let sealTable = "database_seal"
    private static let ownTables = """
        SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name
        """
}

extension Database {
    /// Why the database is closed to writing; nil for one that is not.
    package func sealedBecause() async throws -> String? {
        try await read(of: .schema) { try $0.sealedBecause() }
    }
}
