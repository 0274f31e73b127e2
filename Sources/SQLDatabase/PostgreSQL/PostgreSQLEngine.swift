/// A PostgreSQL server, or several of which one takes writes.
struct PostgreSQLEngine: Engine {
    let settings: PostgreSQLSettings
    let pool: ConnectionPool
    private let listener: ServerListener

    private init(_ settings: PostgreSQLSettings) {
        self.settings = settings
        pool = ConnectionPool(settings)
        listener = ServerListener(settings)
    }

    /// Connects once, so that whoever starts the product is told what is wrong with the address.
    static func open(_ settings: PostgreSQLSettings) async throws -> PostgreSQLEngine {
        let engine = PostgreSQLEngine(settings)
        engine.pool.giveBack(try await engine.pool.take())
        return engine
    }

    var name: String { "PostgreSQL" }

    func read<T: Sendable>(
        _ scope: RowScope, _ body: @escaping @Sendable (any EngineConnection) throws -> T
    ) async throws -> T {
        var retries = Retries(limit: settings.retryLimit)
        while true {
            let outcome = await attempt { connection, settle in ReadAttempt(scope, body).run(on: connection, settle) }
            switch outcome {
            case .done(let result): return result
            case .failed(let error): throw error
            case .passing(let error), .notAsked(let error): try await retries.pause(after: error)
            // A reader has nothing to commit.
            case .commitLost(let unsettled): return unsettled.result
            }
        }
    }

    func write<T: Sendable>(
        _ scope: RowScope, _ body: @escaping @Sendable (any EngineConnection) throws -> T
    ) async throws -> T {
        try await write(scope, unsettled: nil, Retries(limit: settings.retryLimit), body)
    }

    private func write<T: Sendable>(
        _ scope: RowScope, unsettled: Unsettled<T>?, _ retries: Retries,
        _ body: @escaping @Sendable (any EngineConnection) throws -> T
    ) async throws -> T {
        var unsettled = unsettled
        var retries = retries
        while true {
            let outcome = await attempt { [unsettled] connection, settle in
                settle(WriteAttempt(scope, unsettled: unsettled, body).run(on: connection))
            }
            switch outcome {
            case .done(let result): return result
            case .failed(let error): throw error
            case .passing(let error):
                unsettled = nil
                try await retries.pause(after: error)
            case .notAsked(let error):
                try await retries.pause(after: unsettled == nil ? error : Self.unknown(error))
            case .commitLost(let unsettled):
                // In a task of its own, which nobody cancels: the caller has to be told whether the change was stored.
                return try await Task { [retries] in
                    try await write(scope, unsettled: unsettled, retries, body)
                }.value
            }
        }
    }

    private static func unknown(_ error: any Error) -> DatabaseError {
        .server(.commitUnknown(reason: "\(error)"))
    }

    /// - Parameter run: is on the connection's queue, and answers once; it may go on with the connection afterwards.
    private func attempt<T: Sendable>(
        _ run: @escaping @Sendable (PostgreSQLConnection, (Outcome<T>) -> Void) -> Void
    ) async -> Outcome<T> {
        let connection: PostgreSQLConnection
        do {
            connection = try await pool.take()
        } catch {
            return .notAsked(error)
        }
        return await withCheckedContinuation { continuation in
            connection.perform { [pool] connection in
                run(connection) { continuation.resume(returning: $0) }
                pool.giveBack(connection)
            }
        }
    }

    func backup(to path: String) async throws {
        throw DatabaseError.server(.notOffered("PostgreSQL is copied by pg_dump, or by the server's own backups."))
    }

    func integrityProblems() async throws -> [String] {
        try await read(.schema) { connection in
            let indexes = try connection.rows(
                "SELECT CAST(CAST(indexrelid AS regclass) AS TEXT) FROM pg_index WHERE NOT indisvalid ORDER BY 1", []
            ).map { "the index \(try $0.text(0)) is not valid" }
            let constraints = try connection.rows(
                "SELECT conname FROM pg_constraint WHERE NOT convalidated ORDER BY conname", []
            ).map { "the constraint \(try $0.text(0)) was not checked for all rows" }
            let checksums = try connection.rows(
                """
                SELECT checksum_failures FROM pg_stat_database
                WHERE datname = current_database() AND checksum_failures > 0
                """, []
            ).map { "the server found \(try $0.int(0)) damaged pages" }
            return indexes + constraints + checksums
        }
    }

    func notifications(on channel: String) -> AsyncStream<Void> { listener.stream(of: channel) }

    func close() throws {
        listener.end()
        pool.close()
    }
}
