/// What goes wrong with a database server, beside what can go wrong with any database.
package enum ServerFault: Equatable, Sendable {
    /// The address of the database is not one. The reason never holds the password.
    case badAddress(reason: String)
    /// No server answered at any of the addresses.
    case unreachable(server: String, reason: String)
    /// Servers answer, but each is a standby or takes no writes.
    case noPrimary(server: String, reason: String)
    /// The role, its password or its right to connect.
    case credentialsRefused(server: String, reason: String)
    case noSuchDatabase(server: String, reason: String)
    /// The connection could not be encrypted as the address asks, or the certificate was not the one to trust.
    case tlsFailed(server: String, reason: String)
    /// The server has no connection left for us.
    case tooManyConnections(server: String, reason: String)

    /// The connection ended before the transaction was committed, and no new one was found in time: nothing is stored.
    case connectionLost(reason: String)
    /// The connection ended while the commit was on its way, and no server could be asked since whether it was stored.
    case commitUnknown(reason: String)
    /// A statement took longer than ``PostgreSQLSettings/statementTimeout``.
    case statementTimeout

    /// As many transactions wait for a connection as may wait.
    case poolFull(waiting: Int)
    /// A transaction waited this long for a connection of the pool.
    case poolWait(Duration)
    /// ``Database/close()`` was called before.
    case closed

    /// The role may not do this, or the row belongs to another company than the transaction's.
    case notPermitted(message: String)
    /// The server does this itself, by its own tools.
    case notOffered(String)
    /// Anything else that the server says, with its code
    /// (https://www.postgresql.org/docs/15/errcodes-appendix.html).
    case rejected(sqlState: String, message: String)
}

extension ServerFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .badAddress(let reason): "The address of the database cannot be used: \(reason)."
        case .unreachable(let server, let reason): "No database server answers at \(server): \(reason)."
        case .noPrimary(let server, let reason): "No database server at \(server) takes writes: \(reason)."
        case .credentialsRefused(let server, let reason): "The database server refused the role, \(server): \(reason)."
        case .noSuchDatabase(let server, let reason): "The database server has no such database, \(server): \(reason)."
        case .tlsFailed(let server, let reason): "No encrypted connection to the database, \(server): \(reason)."
        case .tooManyConnections(let server, let reason):
            "The database server has no free connection, \(server): \(reason)."
        case .connectionLost(let reason):
            "The connection to the database was lost before anything was stored: \(reason)."
        case .commitUnknown(let reason):
            "The connection to the database was lost at the last step, and it could not be asked since whether the "
                + "change was stored; it was stored as a whole or not at all: \(reason)."
        case .statementTimeout: "The database took too long over a statement, and nothing was stored."
        case .poolFull(let waiting): "\(waiting) transactions wait for the database already."
        case .poolWait(let wait): "No connection to the database became free within \(wait.components.seconds) s."
        case .closed: "The database is closed."
        case .notPermitted(let message): "The database does not permit this: \(message)."
        case .notOffered(let what): what
        case .rejected(let sqlState, let message): "\(message) (SQLSTATE \(sqlState))."
        }
    }
}
