import BudgetDomain
import BudgetOperations
import Foundation
import Logging
import SQLDatabase

/// Puts the product together: its database, the machine's clock and its random numbers.
enum Composition {
    /// Opens a database and brings its schema up to date. A closed database, or one that holds a part of what is being
    /// moved into it, is not opened.
    static func open(
        _ address: DatabaseAddress, whenMissing: WhenMissing = .refuse, connections: Int = ConnectionLimit.few,
        log: Logger = commandLog
    ) async throws -> Plumbline {
        let database = try await connect(to: address, whenMissing: whenMissing, connections: connections)
        let plumbline = Plumbline(database: database, clock: systemClock, randomness: systemRandomness, log: log)
        if let reason = try await database.sealedBecause() { throw DatabaseError.sealed(reason: reason) }
        if let source = try await database.unfinishedMove() { throw MoveProblem.unfinished(source: source) }
        if whenMissing == .refuse, try await database.schemaState() == .absent {
            throw DatabasePlaceProblem.hasNoDatabase(place: address.description)
        }
        try await plumbline.migrate()
        return plumbline
    }

    /// Opens a database for something that begins with an empty one.
    static func openEmpty(
        _ address: DatabaseAddress, connections: Int = ConnectionLimit.few, log: Logger = demoLog
    ) async throws -> Plumbline {
        if case .file(let file) = address, file.isThere { throw DatabasePlaceProblem.isInUse(place: file.path) }
        let plumbline = try await open(address, whenMissing: .make, connections: connections, log: log)
        guard try await plumbline.companies().isEmpty else {
            throw DatabasePlaceProblem.isInUse(place: address.description)
        }
        return plumbline
    }

    /// Opens a database as it is.
    static func connect(
        to address: DatabaseAddress, whenMissing: WhenMissing, connections: Int
    ) async throws -> Database {
        switch address {
        case .file(let file):
            try file.prepare(whenMissing)
            return try Database.openSQLite(at: file.path)
        case .server(let url):
            return try await Database.openPostgreSQL(PostgreSQLSettings(url: url, poolSize: connections))
        }
    }

    static let systemClock = Clock {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microsecondsSince1970: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
    }

    static let systemRandomness = Randomness { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// A command says what it has to say in its report; only what needs somebody's attention is logged beside it.
    static let commandLog = log(from: .warning)

    /// A server tells what happens, since nobody waits for its report.
    static let serverLog = log(from: .info)

    /// The demo ends its server by cancelling it, which the server would log as an error.
    static let demoLog = log(from: .critical)

    private static func log(from level: Logger.Level) -> Logger {
        var log = Logger(label: "plumbline") { StreamLogHandler.standardError(label: $0) }
        log.logLevel = level
        return log
    }
}
