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

    /// Signs a Web Connector in. A poll with nothing to do costs one read and opens no session.
    /// - Parameter address: of the computer that it runs on, or of the last network before us; nil when not known.
    package func signInConnector(
        userName: String, password: String, from address: String? = nil
    ) async throws -> ConnectorSignIn {
        let now = clock.now()
        guard let poll = try await poll(userName: userName, at: now) else {
            log.notice("connector sign-in refused", metadata: ["user": "\(userName.prefix(64))"])
            return .refused
        }
        guard poll.passwordDigest == ConnectorSecret.digest(password, userName: userName) else {
            await note(.refused, of: poll.company, at: now)
            return .refused
        }
        await note(.signedIn, of: poll.company, at: now)
        guard poll.hasWork else { return .nothingToDo }
        let ticket = ConnectorTicket.new(for: poll.company, randomness)
        try await openSession(
            ticket: ticket, connection: poll.connection, company: poll.company, from: address, at: now)
        return .session(ticket: ticket, companyFile: poll.companyFile)
    }

    private struct Poll {
        let company: ID<Company>
        let connection: ID<Connection>
        let passwordDigest: String
        let companyFile: String?
        let hasWork: Bool
    }

    /// Finds the connection of a user name, and whether a session of it would have anything to do.
    private func poll(userName: String, at now: Instant) async throws -> Poll? {
        try await database.read(of: .everyCompany) { tx in
            try tx.row(
                """
                SELECT c.company_id, c.id, c.password_digest, c.bound_path,
                    CASE WHEN COALESCE(c.costs_requested_at, 0) > 0 OR COALESCE(c.job_list_requested_at, 0) > 0
                        OR EXISTS (SELECT 1 FROM message_sets m WHERE m.company_id = c.company_id
                            AND m.state IN ('handed out', 'unknown', 'inconclusive'))
                        OR EXISTS (SELECT 1 FROM exports e WHERE e.company_id = c.company_id
                            AND e.state IN ('queued', 'handed out', 'unknown', 'awaiting job costs', 'mismatched',
                                'rewrite queued', 'rewrite handed out', 'rewrite unknown'))
                        OR EXISTS (SELECT 1 FROM projects p WHERE p.company_id = c.company_id
                            AND p.sync_state = 'requested')
                        OR EXISTS (SELECT 1 FROM items i WHERE i.company_id = c.company_id
                            AND i.sync_state = 'requested')
                        OR (COALESCE(c.costs_read_at, 0) < CAST($1 AS BIGINT)
                            AND EXISTS (SELECT 1 FROM exports s WHERE s.company_id = c.company_id
                                AND s.state = 'synced'))
                        OR EXISTS (SELECT 1 FROM projects u WHERE u.company_id = c.company_id
                            AND u.list_condition <> 'usable' AND COALESCE(u.seen_at, 0) < CAST($2 AS BIGINT))
                        OR EXISTS (SELECT 1 FROM items v WHERE v.company_id = c.company_id
                            AND v.list_condition <> 'usable' AND COALESCE(v.seen_at, 0) < CAST($2 AS BIGINT))
                    THEN 1 ELSE 0 END AS has_work
                FROM connections c WHERE c.user_name = $3
                """,
                [
                    .integer(now.adding(seconds: -Self.costsAgeSeconds).microsecondsSince1970),
                    .integer(now.adding(seconds: -ListIDs.unusableAgeSeconds).microsecondsSince1970),
                    .text(userName),
                ]
            ).map { row in
                Poll(
                    company: ID(try row.text("company_id")), connection: ID(try row.text("id")),
                    passwordDigest: try row.text("password_digest"), companyFile: try row.optionalText("bound_path"),
                    hasWork: try row.bool("has_work"))
            }
        }
    }

    /// Opens a session and ends every older one of the connection: whatever those had handed out without an answer is
    /// unknown from now on, and is looked into before anything else.
    private func openSession(
        ticket: String, connection: ID<Connection>, company: ID<Company>, from address: String?, at now: Instant
    ) async throws {
        try await database.write(of: company) { tx in
            try tx.endConnectorSessions(of: company, at: now)
            try tx.loseUnanswered(of: company, at: now)
            try tx.execute(
                """
                INSERT INTO connector_sessions
                    (company_id, ticket_digest, connection_id, opened_at, last_call_at, state, address)
                VALUES ($1, $2, $3, $4, $4, '', $5)
                """,
                [
                    .text(company.text), .text(ConnectorSecret.digest(ticket: ticket)), .text(connection.text),
                    .integer(now.microsecondsSince1970), SQLValue(address),
                ])
        }
    }
}
