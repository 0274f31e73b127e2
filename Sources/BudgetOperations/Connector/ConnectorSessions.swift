package import BudgetDomain
import SQLDatabase

/// A session as the store keeps it: whose it is, and the driver's own state as text.
package struct StoredSession: Hashable, Sendable {
    /// What the log calls it. A Web Connector knows it by its ticket, which is a secret.
    package let id: String
    package let company: ID<Company>
    package let connection: ID<Connection>
    package let userName: String
    /// Empty for a session that has not begun.
    package let state: String
    package let lastCallAt: Instant

    static let idLetters = 12

    static func id(ofTicketDigest digest: String) -> String { String(digest.prefix(idLetters)) }
}

extension Plumbline {
    /// The open session of a ticket; nil when there is none or it is over.
    package func connectorSession(ticket: String) async throws -> StoredSession? {
        guard let company = ConnectorTicket.company(of: ticket) else { return nil }
        let digest = ConnectorSecret.digest(ticket: ticket)
        return try await database.read(of: company) { tx in
            try tx.row(
                """
                SELECT s.connection_id, s.state, s.last_call_at, c.user_name FROM connector_sessions s
                JOIN connections c ON c.company_id = s.company_id AND c.id = s.connection_id
                WHERE s.company_id = $1 AND s.ticket_digest = $2 AND s.closed_at IS NULL
                """, [.text(company.text), .text(digest)]
            ).map { row in
                StoredSession(
                    id: StoredSession.id(ofTicketDigest: digest), company: company,
                    connection: ID(try row.text("connection_id")), userName: try row.text("user_name"),
                    state: try row.text("state"),
                    lastCallAt: Instant(microsecondsSince1970: try row.integer("last_call_at")))
            }
        }
    }

    /// Ends a session. What it had handed out without an answer becomes unknown.
    /// - Parameter failure: the error that it ended with; nil when it did its work.
    package func closeConnectorSession(
        ticket: String, session: StoredSession, summary: String, failure: String? = nil
    ) async throws {
        let now = clock.now()
        try await database.write(of: session.company) { tx in
            let closed = try tx.execute(
                """
                UPDATE connector_sessions SET closed_at = $1
                WHERE company_id = $2 AND ticket_digest = $3 AND closed_at IS NULL
                """,
                [
                    .integer(now.microsecondsSince1970), .text(session.company.text),
                    .text(ConnectorSecret.digest(ticket: ticket)),
                ])
            guard closed > 0 else { return }
            try tx.loseUnanswered(of: session.company, at: now)
            try tx.execute(
                "UPDATE connections SET last_session = $1 WHERE company_id = $2 AND id = $3",
                [.text(summary), .text(session.company.text), .text(session.connection.text)])
            try tx.note(failure: failure, of: session, at: now)
        }
    }
}

extension Transaction {
    /// Ends whatever session of the company is open.
    func endConnectorSessions(of company: ID<Company>, at now: Instant) throws {
        try execute(
            "UPDATE connector_sessions SET closed_at = $1 WHERE company_id = $2 AND closed_at IS NULL",
            [.integer(now.microsecondsSince1970), .text(company.text)])
    }

    /// False, with nothing changed, when the session is over, or another call moved it on since `session` was read.
    func save(sessionState state: String, ticket: String, of session: StoredSession, at now: Instant) throws -> Bool {
        try execute(
            """
            UPDATE connector_sessions SET state = $1, last_call_at = $2
            WHERE company_id = $3 AND ticket_digest = $4 AND state = $5 AND closed_at IS NULL
            """,
            [
                .text(state), .integer(now.microsecondsSince1970), .text(session.company.text),
                .text(ConnectorSecret.digest(ticket: ticket)), .text(session.state),
            ]) > 0
    }

    /// Whatever was handed out and has no answer: nobody knows whether QuickBooks carried it out.
    func loseUnanswered(of company: ID<Company>, at now: Instant) throws {
        let sets = try rows(
            "SELECT id, purpose, subject FROM message_sets WHERE company_id = $1 AND state = 'handed out'",
            [.text(company.text)])
        for set in sets {
            try execute(
                "UPDATE message_sets SET state = 'unknown' WHERE company_id = $1 AND id = $2",
                [.text(company.text), .text(try set.text("id"))])
            if try set.text("purpose") == MessageSetPurpose.estimate.rawValue {
                try apply(
                    .answerLost, toExport: ID(try set.text("subject")), of: try self.company(company),
                    by: .connector(userName: "session ended"), at: now)
            }
        }
    }
}
