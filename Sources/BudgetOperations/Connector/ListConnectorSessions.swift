package import BudgetDomain
import SQLDatabase

/// One session of the Web Connector, as the log shows it.
package struct ConnectorSessionRecord: Hashable, Sendable {
    package let openedAt: Instant
    package let lastCallAt: Instant
    /// Nil while it is open.
    package let closedAt: Instant?
    /// The driver's own state as text; empty for a session that did not begin.
    package let state: String
    /// How many requests that write left in it.
    package let requests: Int
}

extension Plumbline {
    /// The most sessions, and the most requests, that one look at the log shows.
    package static let mostLogged = 200

    /// The sessions of the company's Web Connector, newest first. A poll that finds nothing to do opens none.
    package func connectorSessions(
        of companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> [ConnectorSessionRecord] {
        try await database.read(of: companyID) { tx in
            try tx.person(personID, of: companyID).require(.viewERPLists)
            return try tx.rows(
                """
                SELECT s.opened_at, s.last_call_at, s.closed_at, s.state,
                    (SELECT COUNT(*) FROM message_sets m
                        WHERE m.company_id = s.company_id AND m.connection_id = s.connection_id
                        AND m.handed_out_at >= s.opened_at
                        AND m.handed_out_at <= COALESCE(s.closed_at, s.last_call_at)) AS requests
                FROM connector_sessions s WHERE s.company_id = $1
                ORDER BY s.opened_at DESC, s.ticket_digest LIMIT $2
                """, [.text(companyID.text), SQLValue(Self.mostLogged)]
            ).map { row in
                ConnectorSessionRecord(
                    openedAt: Instant(microsecondsSince1970: try row.integer("opened_at")),
                    lastCallAt: Instant(microsecondsSince1970: try row.integer("last_call_at")),
                    closedAt: try row.optionalInteger("closed_at").map(Instant.init(microsecondsSince1970:)),
                    state: try row.text("state"), requests: try row.int("requests"))
            }
        }
    }
}
