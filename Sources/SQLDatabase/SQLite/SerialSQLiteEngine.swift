import GRDB
import Synchronization

/// SQLite in memory for one task at a time, which runs every statement on the caller's own thread: for a simulation of
/// thousands of short lives, where waiting for another thread would cost more than the statements.
///
/// It keeps states of its rows under names and goes back to them, with its compiled statements kept, so that a life
/// begins without making tables anew. What is kept is a savepoint, and every transaction is one inside of it.
package final class SerialSQLiteEngine: Engine {
    private let queue: DatabaseQueue
    /// The names of what is kept, the oldest first.
    private let kept = Mutex<[String]>([])

    package init() throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.allowsUnsafeTransactions = true
        queue = try SQLiteFault.translating { try DatabaseQueue(configuration: configuration) }
    }

    package var name: String { "SQLite" }

    package func read<T: Sendable>(
        _ scope: RowScope, _ body: @escaping @Sendable (any EngineConnection) throws -> T
    ) async throws -> T {
        try onConnection { connection in
            let before = connection.database.totalChangesCount
            let result = try body(connection)
            guard connection.database.totalChangesCount == before else { throw DatabaseError.readOnly }
            return result
        }
    }

    package func write<T: Sendable>(
        _ scope: RowScope, _ body: @escaping @Sendable (any EngineConnection) throws -> T
    ) async throws -> T {
        try onConnection { connection in
            try connection.execute("SAVEPOINT one_transaction", [])
            do {
                let result = try body(connection)
                try connection.execute("RELEASE one_transaction", [])
                return result
            } catch {
                try connection.execute("ROLLBACK TO one_transaction", [])
                try connection.execute("RELEASE one_transaction", [])
                throw error
            }
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

    private func onConnection<T>(_ body: (SQLiteConnection) throws -> T) throws -> T {
        try SQLiteFault.translating {
            try queue.writeWithoutTransaction { try body(SQLiteConnection(database: $0, keepsAppendOnly: false)) }
        }
    }
}

extension SerialSQLiteEngine {
    /// Keeps the rows as they are now, in place of what was kept under the name before and of all that was kept since.
    package func keep(as name: String) throws {
        try StatementText.checkIdentifier(name)
        try onConnection { connection in
            if let known = position(of: name) {
                try connection.execute("RELEASE \(name)", [])
                kept.withLock { $0.removeSubrange(known...) }
            }
            try connection.execute("SAVEPOINT \(name)", [])
            kept.withLock { $0.append(name) }
        }
    }

    /// Goes back to what was kept, which stays; what was kept since is forgotten.
    package func goBack(to name: String) throws {
        try StatementText.checkIdentifier(name)
        try onConnection { connection in
            try connection.execute("ROLLBACK TO \(name)", [])
            if let known = position(of: name) { kept.withLock { $0.removeSubrange((known + 1)...) } }
        }
    }

    /// Another database with the same tables and rows. Temporary tables are not copied.
    package func copy() throws -> SerialSQLiteEngine {
        let copy = try SerialSQLiteEngine()
        try SQLiteFault.translating { try queue.backup(to: copy.queue) }
        return copy
    }

    private func position(of name: String) -> Int? { kept.withLock { $0.firstIndex(of: name) } }
}
