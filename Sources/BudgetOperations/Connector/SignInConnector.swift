import BudgetDomain
import Logging
import SQLDatabase

/// What a Web Connector is told when it signs in.
package enum ConnectorSignIn: Hashable, Sendable {
    case refused
    case nothingToDo
    /// A session is open, and any older one of this connection is over.
    ///
    /// `companyFile` is the path that the connection is bound to, once it is.
    case session(ticket: String, companyFile: String?)
}

extension Plumbline {
    /// How old costs may grow before a session reads them again by itself, as in Procore's schedule.
    static let costsAgeSeconds: Int64 = 2 * 60 * 60

    /// Signs a Web Connector in. A poll with nothing to do costs this one statement and opens no session.
    ///
    /// `COALESCE` because SQLite 3.40 answers `IS NOT NULL` in `RETURNING` with 1 even for null.
    package func signInConnector(userName: String, password: String) async throws -> ConnectorSignIn {
        let now = clock.now()
        let digest = ConnectorSecret.digest(password, userName: userName)
        let poll = try await database.write { tx in
            try tx.row(
                """
                UPDATE connections SET last_contact_at = $1 WHERE user_name = $2 AND password_digest = $3
                RETURNING id, company_id, bound_path,
                    CASE WHEN COALESCE(costs_requested_at, 0) > 0
                        OR EXISTS (SELECT 1 FROM message_sets m WHERE m.company_id = connections.company_id
                            AND m.state IN ('handed out', 'unknown', 'inconclusive'))
                        OR EXISTS (SELECT 1 FROM exports e WHERE e.company_id = connections.company_id
                            AND e.state IN ('queued', 'handed out', 'unknown', 'awaiting job costs', 'mismatched'))
                        OR EXISTS (SELECT 1 FROM projects p WHERE p.company_id = connections.company_id
                            AND p.sync_state = 'requested')
                        OR EXISTS (SELECT 1 FROM items i WHERE i.company_id = connections.company_id
                            AND i.sync_state = 'requested')
                        OR (COALESCE(costs_read_at, 0) < CAST($4 AS BIGINT)
                            AND EXISTS (SELECT 1 FROM exports s WHERE s.company_id = connections.company_id
                                AND s.state = 'synced'))
                    THEN 1 ELSE 0 END AS has_work
                """,
                [
                    .integer(now.microsecondsSince1970), .text(userName), .text(digest),
                    .integer(now.adding(seconds: -Self.costsAgeSeconds).microsecondsSince1970),
                ]
            ).map { row in
                (
                    id: try row.text("id"), company: ID<Company>(try row.text("company_id")),
                    path: try row.optionalText("bound_path"), work: try row.bool("has_work")
                )
            }
        }
        guard let poll else {
            log.notice("connector sign-in refused", metadata: ["user": "\(userName.prefix(64))"])
            return .refused
        }
        guard poll.work else { return .nothingToDo }
        let ticket = randomness.text(length: 32)
        try await openSession(ticket: ticket, connection: ID(poll.id), company: poll.company, at: now)
        return .session(ticket: ticket, companyFile: poll.path)
    }

    /// Opens a session and ends every older one of the connection: whatever those had handed out without an answer is
    /// unknown from now on, and is looked into before anything else.
    private func openSession(
        ticket: String, connection: ID<Connection>, company: ID<Company>, at now: Instant
    ) async throws {
        try await database.write { tx in
            try tx.execute(
                """
                UPDATE connector_sessions SET closed_at = $1
                WHERE company_id = $2 AND connection_id = $3 AND closed_at IS NULL
                """, [.integer(now.microsecondsSince1970), .text(company.text), .text(connection.text)])
            try tx.loseUnanswered(of: company, at: now)
            try tx.execute(
                """
                INSERT INTO connector_sessions
                    (company_id, ticket_digest, connection_id, opened_at, last_call_at, state)
                VALUES ($1, $2, $3, $4, $4, '')
                """,
                [
                    .text(company.text), .text(ConnectorSecret.digest(ticket: ticket)), .text(connection.text),
                    .integer(now.microsecondsSince1970),
                ])
        }
    }
}
