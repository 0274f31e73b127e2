import Dispatch
import Foundation
import GRDB

/// The connections to one SQLite database, and what SQLite needs to be told so that an answered write is a stored one.
struct SQLiteEngine: Engine {
    let writer: any DatabaseWriter
    private let listeners = Listeners()

    init(writer: any DatabaseWriter) {
        self.writer = writer
    }

    static func open(path: String) throws -> SQLiteEngine {
        try makePrivateFile(at: path)
        do {
            let pool = try DatabasePool(path: path, configuration: configuration)
            try syncEveryCommit(pool)
            return SQLiteEngine(writer: pool)
        } catch let error as GRDB.DatabaseError {
            throw SQLiteFault.opening(path, error)
        }
    }

    static func openInMemory() throws -> SQLiteEngine {
        SQLiteEngine(writer: try DatabaseQueue(configuration: configuration))
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(TimeInterval(Database.busyTimeout.components.seconds))
        // At most, for each connection. SQLite's own 2 MiB do not hold a budget of thousands of lines, so that every
        // look at it would read the file again.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -\(16 * 1_024)") }
        return configuration
    }

    /// GRDB sets `synchronous = NORMAL` when it opens a WAL database, after its preparation hooks, and with NORMAL a
    /// power cut may take back a commit that was answered. So it is set on the writer once the pool is open.
    private static func syncEveryCommit(_ pool: DatabasePool) throws {
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    }

    /// SQLite would make the file readable by everyone that the process' umask allows. The `-wal` and `-shm` files
    /// take their mode from this one. `O_EXCL` leaves a file that is already there as it is.
    private static func makePrivateFile(at path: String) throws {
        let descriptor = Foundation.open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            Foundation.close(descriptor)
        } else if errno != EEXIST {
            throw DatabaseError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
        }
    }

    var name: String { "SQLite" }

    func read<T: Sendable>(
        _ scope: RowScope, _ body: @escaping @Sendable (any EngineConnection) throws -> T
    ) async throws -> T {
        try await SQLiteFault.translating {
            try await writer.read { try body(SQLiteConnection(database: $0)) }
        }
    }

    /// `BEGIN IMMEDIATE` takes the write lock before the first read, so no decision is made on what another process
    /// is about to change.
    func write<T: Sendable>(
        _ scope: RowScope, _ body: @escaping @Sendable (any EngineConnection) throws -> T
    ) async throws -> T {
        try await SQLiteFault.translating {
            try await writer.writeWithoutTransaction { [listeners] database in
                let connection = SQLiteConnection(database: database)
                var result: T?
                do {
                    try database.inTransaction(.immediate) {
                        result = try body(connection)
                        return .commit
                    }
                } catch let error as GRDB.DatabaseError where result != nil {
                    throw SQLiteFault.committing(error)
                }
                connection.notified.channels.forEach(listeners.tell)
                guard let result else { throw DatabaseError.failed(code: 0, message: "no result") }
                return result
            }
        }
    }

    func backup(to path: String) async throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw DatabaseError.cannotOpen(path: path, reason: "there is already a file")
        }
        try Self.makePrivateFile(at: path)
        try await onBlockingQueue { [writer] in
            try SQLiteFault.translating {
                let copy = try DatabaseQueue(path: path)
                try writer.backup(to: copy)
                try copy.close()
            }
        }
    }

    func integrityProblems() async throws -> [String] {
        try await read(.schema) { connection in
            let answers = try connection.rows("PRAGMA integrity_check", []).map { try $0.text(0) }
            let orphans = try connection.rows("PRAGMA foreign_key_check", []).map { row in
                "a row of \(try row.text("table")) refers to a row of \(try row.text("parent")) that does not exist"
            }
            return answers.filter { $0 != "ok" } + orphans
        }
    }

    func notifications(on channel: String) -> AsyncStream<Void> {
        let stream = listeners.stream(of: channel)
        listeners.tell(channel)
        return stream
    }

    func facts() -> ServerFacts? { nil }

    /// A file is never lost in the middle of a commit without the process.
    func forgetOldReceipts() {}

    func close() throws {
        listeners.end()
        try SQLiteFault.translating { try writer.close() }
    }

    /// Copying a database blocks its thread for as long as the disk takes, which the tasks of the process should not
    /// have to wait for.
    private func onBlockingQueue(_ work: @escaping @Sendable () throws -> Void) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            DispatchQueue.global().async { continuation.resume(with: Result(catching: work)) }
        }
    }
}
