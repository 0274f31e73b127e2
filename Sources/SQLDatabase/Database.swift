/// A store of rows: one writer at a time, many readers beside it.
///
/// The engine is SQLite. PostgreSQL goes under this same type, with the same statements; what the engines do not share
/// is a method here.
package struct Database: Sendable {
    let engine: SQLiteEngine

    /// How long a statement waits for a lock of another process before it answers ``DatabaseError/busy``.
    package static let busyTimeout: Duration = .seconds(10)

    /// Opens a database file, which is made if there is none, readable by its owner only.
    /// - Throws: ``DatabaseError/cannotOpen(path:reason:)``, ``DatabaseError/corrupt(message:)`` for a file that is
    ///   something else.
    package static func openSQLite(at path: String) throws -> Database {
        Database(engine: try .open(path: path))
    }

    /// A database that is gone when it is closed.
    package static func openInMemory() throws -> Database {
        Database(engine: try .openInMemory())
    }

    /// Reads one unchanging state of the database; a writer does not disturb it and is not kept waiting by it.
    package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await engine.read { try body(Transaction(connection: $0)) }
    }

    /// Decides and writes in one serializable transaction: what `body` read is still true when it commits. When `body`
    /// throws, nothing of it is stored and its error is passed on. When this returns, the change is on disk.
    ///
    /// An engine that finds out at the end that another transaction came between runs `body` again, so `body` must
    /// have no effect but through its transaction.
    @discardableResult
    package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await engine.write { try body(Transaction(connection: $0)) }
    }

    /// Copies the database as it is now to a new file, while others go on reading and writing.
    /// - Throws: ``DatabaseError/cannotOpen(path:reason:)`` when there is already something at `path`.
    package func backup(to path: String) async throws {
        try await engine.backup(to: path)
    }

    /// Reads every page, index and reference.
    /// - Returns: one sentence for each thing that is wrong; none for a sound database.
    package func integrityProblems() async throws -> [String] {
        try await engine.integrityProblems()
    }

    /// Ends all connections. Reading or writing afterwards throws.
    package func close() throws {
        try engine.close()
    }
}
