/// A store of rows: one writer of a company at a time, many readers beside it.
///
/// The engine is SQLite or PostgreSQL, under the same statements; what the engines do not share is a method.
package struct Database: Sendable {
    let engine: any Engine
    /// Told of every statement before it runs: for a test that reads what a journey asked.
    let observer: StatementObserver?

    package init(engine: any Engine) {
        self.init(engine: engine, observer: nil)
    }

    private init(engine: any Engine, observer: StatementObserver?) {
        self.engine = engine
        self.observer = observer
    }

    /// How long a statement waits for a lock of another process before it answers ``DatabaseError/busy``.
    package static let busyTimeout: Duration = .seconds(10)

    /// Opens a database file, which is made if there is none, readable by its owner only.
    /// - Throws: ``DatabaseError/cannotOpen(path:reason:)``, ``DatabaseError/corrupt(message:)`` for a file that is
    ///   something else.
    package static func openSQLite(at path: String) throws -> Database {
        Database(engine: try SQLiteEngine.open(path: path), observer: nil)
    }

    /// Connects to a database of a PostgreSQL server, once, so that a wrong address is known from the start.
    /// - Throws: ``DatabaseError/server(_:)``.
    package static func openPostgreSQL(_ settings: PostgreSQLSettings) async throws -> Database {
        Database(engine: try await PostgreSQLEngine.open(settings), observer: nil)
    }

    /// A database that is gone when it is closed.
    package static func openInMemory() throws -> Database {
        Database(engine: try SQLiteEngine.openInMemory(), observer: nil)
    }

    /// The same database, whose statements are told to `observer` as well.
    package func observed(by observer: @escaping StatementObserver) -> Database {
        Database(engine: engine, observer: observer)
    }

    /// Reads one unchanging state of the rows; a writer does not disturb it and is not kept waiting by it.
    package func read<T: Sendable>(
        of scope: RowScope, _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await engine.read(scope) { [observer] in
            let transaction = Transaction(connection: $0, scope: scope, observer: observer)
            let result = try body(transaction)
            try transaction.throwFirstFailure()
            return result
        }
    }

    /// Decides and writes in one serial transaction: what `body` read is still true when it commits. When `body`
    /// throws, nothing of it is stored and its error is passed on. When this returns, the change is on disk.
    ///
    /// An engine that lost its connection, or finds out at the end that another transaction came between, runs `body`
    /// again, so `body` must have no effect but through its transaction. It is stored once, whatever happens.
    @discardableResult
    package func write<T: Sendable>(
        of scope: RowScope, _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await engine.write(scope) { [observer] in
            let transaction = Transaction(connection: $0, scope: scope, observer: observer)
            let result = try body(transaction)
            try transaction.throwFirstFailure()
            return result
        }
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

    /// One tick for a ``Transaction/notify(_:)`` on this channel since the last one that was taken, from any process of
    /// the same server; and one whenever listening began, or began again after a lost connection, since what was told
    /// before then was not heard. A file tells its own process only.
    package func notifications(on channel: String) throws -> AsyncStream<Void> {
        try StatementText.checkIdentifier(channel)
        return engine.notifications(on: channel)
    }

    /// What the server says of itself; nil where there is none.
    package func facts() async throws -> ServerFacts? {
        try await engine.facts()
    }

    /// Removes what proved that transactions of more than a day ago were committed.
    package func forgetOldReceipts() async throws {
        try await engine.forgetOldReceipts()
    }

    /// Ends all connections. Reading or writing afterwards throws.
    package func close() throws {
        try engine.close()
    }
}
