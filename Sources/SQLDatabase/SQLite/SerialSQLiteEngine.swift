import GRDB

/// SQLite in memory for one task at a time, which runs every statement on the caller's own thread: for a simulation of
/// thousands of short lives, where waiting for another thread would cost more than the statements.
///
/// It keeps copies of its rows under names and goes back to them, with its compiled statements kept, so that a life
/// begins without making tables anew.
package struct SerialSQLiteEngine: Engine {
    private let queue: DatabaseQueue

    package init() throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        queue = try SQLiteFault.translating { try DatabaseQueue(configuration: configuration) }
    }

    package var name: String { "SQLite" }

    package func read<T: Sendable>(
        _ scope: RowScope, _ body: @escaping @Sendable (any EngineConnection) throws -> T
    ) async throws -> T {
        try onDatabase { database in
            let before = database.totalChangesCount
            let result = try body(SQLiteConnection(database: database, keepsAppendOnly: false))
            guard database.totalChangesCount == before else { throw DatabaseError.readOnly }
            return result
        }
    }

    package func write<T: Sendable>(
        _ scope: RowScope, _ body: @escaping @Sendable (any EngineConnection) throws -> T
    ) async throws -> T {
        try onDatabase { database in
            var result: T?
            try database.inTransaction(.immediate) {
                result = try body(SQLiteConnection(database: database, keepsAppendOnly: false))
                return .commit
            }
            guard let result else { throw DatabaseError.failed(code: 0, message: "no result") }
            return result
        }
    }

    package func backup(to path: String) async throws {
        throw DatabaseError.cannotOpen(path: path, reason: "a database in memory for one task is not backed up")
    }

    package func integrityProblems() async throws -> [String] { [] }
    package func notifications(on channel: String) -> AsyncStream<Void> { AsyncStream { $0.finish() } }
    package func facts() async throws -> ServerFacts? { nil }
    package func forgetOldReceipts() async throws {}
    package func close() throws { try SQLiteFault.translating { try queue.close() } }

    private func onDatabase<T>(_ body: (GRDB.Database) throws -> T) throws -> T {
        try SQLiteFault.translating { try queue.writeWithoutTransaction(body) }
    }
}

extension SerialSQLiteEngine {
    /// Keeps the rows of every table as they are now, in place of what was kept under the name before.
    package func keep(as name: String) throws {
        try StatementText.checkIdentifier(name)
        try onDatabase { database in
            let tables = try Self.tables(of: database)
            let known = try String.fetchAll(database, sql: "SELECT name FROM pragma_database_list")
            guard known.contains(name) else {
                try database.execute(sql: "ATTACH DATABASE ':memory:' AS \(name)")
                for table in tables {
                    try database.execute(sql: "CREATE TABLE \(name).\(table) AS SELECT * FROM main.\(table)")
                }
                return
            }
            // The tables stay: making them anew would throw every compiled statement away.
            for table in tables {
                try database.cachedStatement(sql: "DELETE FROM \(name).\(table)").execute()
                try database.cachedStatement(sql: "INSERT INTO \(name).\(table) SELECT * FROM main.\(table)").execute()
            }
        }
    }

    /// Goes back to what was kept. Every table is emptied and filled, children before parents and the other way round,
    /// because switching the check of references off would throw the compiled statements away.
    package func goBack(to name: String) throws {
        try StatementText.checkIdentifier(name)
        try onDatabase { database in
            try database.inTransaction(.immediate) {
                let tables = try Self.tables(of: database)
                for table in tables.reversed() {
                    try database.cachedStatement(sql: "DELETE FROM main.\(table)").execute()
                }
                for table in tables {
                    try database.cachedStatement(sql: "INSERT INTO main.\(table) SELECT * FROM \(name).\(table)")
                        .execute()
                }
                return .commit
            }
        }
    }

    /// In the order in which they were made: a table refers only to older ones.
    private static func tables(of database: GRDB.Database) throws -> [String] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid
                """)
        return try String.fetchAll(statement)
    }
}
