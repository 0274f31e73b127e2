package import BudgetDomain
package import Logging
package import SQLDatabase

/// The product: one database and what every act needs beside it. Each verb is an extension in a file of its
/// own; each changes the database in one transaction, with its audit entry inside, or not at all.
package struct Plumbline: Sendable {
    package let database: Database
    package let clock: Clock
    package let randomness: Randomness
    package let log: Logger
    /// What a new password costs to guess.
    package let passwordCost: PasswordCost
    let hashing = HashingLane()
    /// Who called this server lately.
    let contacts = ConnectorContacts()

    package init(
        database: Database, clock: Clock, randomness: Randomness, log: Logger, passwordCost: PasswordCost = .standard
    ) {
        self.database = database
        self.clock = clock
        self.randomness = randomness
        self.log = log
        self.passwordCost = passwordCost
    }

    /// Brings the database to the schema that this version knows; refuses one of a newer version.
    package func migrate() async throws {
        try await Self.migrate(database)
    }

    package static func migrate(_ database: Database) async throws {
        try await database.migrate(Schema.migrations)
    }

    /// Asks the database for nothing, to see that it answers.
    package func reachDatabase() async throws {
        _ = try await database.read(of: .everyCompany) { tx in try tx.row("SELECT 1 AS one") }
    }
}

/// Where the time comes from: the machine in production, a value that moves by hand in tests.
package struct Clock: Sendable {
    package let now: @Sendable () -> Instant

    package init(now: @escaping @Sendable () -> Instant) {
        self.now = now
    }
}
