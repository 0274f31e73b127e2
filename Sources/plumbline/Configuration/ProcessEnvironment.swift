import Foundation

/// The variables that the process was started with, as far as the command line reads them. libpq reads its own beside
/// these, such as PGPASSWORD.
struct ProcessEnvironment: Sendable {
    let values: [String: String]

    static let system = ProcessEnvironment(values: ProcessInfo.processInfo.environment)

    /// The address of the database, as with --database.
    static let database = "PLUMBLINE_DATABASE"
    /// As with --database-connections.
    static let databaseConnections = "PLUMBLINE_DATABASE_CONNECTIONS"

    /// As with --signing-key.
    static let signingKey = "PLUMBLINE_SIGNING_KEY"

    /// Nil for a variable that is not set, or empty.
    subscript(name: String) -> String? {
        values[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
