import GRDB

extension Database {
    /// Opens a database file that has to be there, for looking only: nothing in it is changed, no setting either, and
    /// writing fails with ``DatabaseError/readOnly``. SQLite may leave its empty working files beside it.
    package static func openSQLiteReadOnly(at path: String) throws -> Database {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(Double(busyTimeout.components.seconds))
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            return Database(engine: SQLiteEngine(writer: queue))
        } catch let error as GRDB.DatabaseError {
            throw SQLiteFault.opening(path, error)
        }
    }
}

extension Database {
    /// How SQLite keeps the changes of a transaction until they are in the file itself: `wal` in a database that
    /// ``openSQLite(at:)`` has opened (https://www.sqlite.org/pragma.html#pragma_journal_mode).
    package func journalMode() async throws -> String {
        try await read(of: .schema) { try $0.row("PRAGMA journal_mode")?.text(0) ?? "" }
    }
}
