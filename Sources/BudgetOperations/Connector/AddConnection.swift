package import BudgetDomain
import SQLDatabase

/// A new connection with its password, which is shown this once and kept only as a digest.
package struct NewConnection: Hashable, Sendable {
    package let connection: Connection
    package let password: String
}

extension Plumbline {
    package func addConnection(to companyID: ID<Company>, by actor: Actor) async throws -> NewConnection {
        let now = clock.now()
        return try await database.write(of: companyID) { [randomness] tx in
            let actor = try tx.actor(actor, mayDo: .configureERP, in: companyID)
            guard try tx.connection(of: companyID) == nil else { throw Refused(.connectionAlreadyExists) }
            let credentials = ConnectorCredentials(randomness)
            try tx.execute(
                """
                INSERT INTO connections (company_id, id, user_name, password_digest, file_id)
                VALUES ($1, $2, $3, $4, $5)
                """,
                [
                    .text(companyID.text), .text(randomness.uuid()), .text(credentials.userName),
                    .text(credentials.digest), .text(randomness.uuid()),
                ])
            try tx.audit(
                .connectionAdded, on: "connection \(credentials.userName)", by: actor, in: companyID, at: now)
            guard let connection = try tx.connection(of: companyID) else { throw Refused(.noConnection) }
            return NewConnection(connection: connection, password: credentials.password)
        }
    }

    /// Gives the connection another password; the old one stops working at once.
    package func rotatePassword(of companyID: ID<Company>, by actor: Actor) async throws -> String {
        let now = clock.now()
        return try await database.write(of: companyID) { [randomness] tx in
            let actor = try tx.actor(actor, mayDo: .configureERP, in: companyID)
            guard let connection = try tx.connection(of: companyID) else { throw Refused(.noConnection) }
            let credentials = ConnectorCredentials(randomness, userName: connection.userName)
            try tx.execute(
                "UPDATE connections SET password_digest = $1 WHERE company_id = $2",
                [.text(credentials.digest), .text(companyID.text)])
            try tx.audit(
                .passwordRotated, on: "connection \(connection.userName)", by: actor, in: companyID, at: now)
            return credentials.password
        }
    }
}

/// What the Web Connector signs in with, as it is made.
struct ConnectorCredentials {
    let userName: String
    let password: String

    /// 26 characters of 5 random bits: 130 bits, which no guessing finds, so that a fast digest keeps it safe.
    private static let passwordLength = 26

    /// - Parameter userName: one that is there already; else a new one is made.
    init(_ randomness: Randomness, userName: String? = nil) {
        self.userName = userName ?? "plumbline-" + randomness.text(length: 8).lowercased()
        password = randomness.text(length: Self.passwordLength)
    }

    var digest: String { ConnectorSecret.digest(password, userName: userName) }
}

/// Secrets that the server makes itself: long enough that a fast digest is as safe as a slow one, and the digest can
/// be looked up by an index.
enum ConnectorSecret {
    static func digest(_ password: String, userName: String) -> String {
        Digest.sha256("connection\n\(userName)\n\(password)")
    }

    static func digest(ticket: String) -> String {
        Digest.sha256("ticket\n\(ticket)")
    }
}
