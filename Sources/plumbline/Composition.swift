import BudgetDomain
import BudgetOperations
import Foundation
import Logging
import SQLDatabase

/// Puts the product together: the database of a data folder, the machine's clock and its random numbers.
enum Composition {
    /// Opens the folder's database and brings its schema up to date.
    static func open(_ folder: DataFolder, log: Logger = commandLog) async throws -> Plumbline {
        let database = try Database.openSQLite(at: folder.databasePath)
        let plumbline = Plumbline(database: database, clock: systemClock, randomness: systemRandomness, log: log)
        try await plumbline.migrate()
        return plumbline
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
