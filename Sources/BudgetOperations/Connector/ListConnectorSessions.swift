package import BudgetDomain
import SQLDatabase

/// One session of the Web Connector, as the log shows it.
package struct ConnectorSessionRecord: Hashable, Sendable {
    package let id: String
    /// From where the Web Connector called; nil where that is not known.
    package let address: String?
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
    /// The sessions of the company's Web Connector, newest first. A poll that finds nothing to do opens none.
    /// - Parameter page: from 1; beyond the last is the last.
    package func connectorSessions(
        of companyID: ID<Company>, page: Int, by personID: ID<Person>
    ) async throws -> PartOfLog<ConnectorSessionRecord> {
        try await database.read(of: companyID) { tx in
            try tx.person(personID, of: companyID).require(.viewERPLists)
            return try tx.connectorSessions(of: companyID, page: page)
        }
    }

    /// The same for the server's command line.
    package func connectorSessions(
        of companyID: ID<Company>, page: Int
    ) async throws -> PartOfLog<ConnectorSessionRecord> {
        try await database.read(of: companyID) { tx in try tx.connectorSessions(of: companyID, page: page) }
    }

    /// One session; nil when the company has none of that id.
    package func connectorSession(
        id: String, of companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> ConnectorSessionRecord? {
        try await database.read(of: companyID) { tx in
            try tx.person(personID, of: companyID).require(.viewERPLists)
            return try tx.row(
                """
                SELECT \(Transaction.sessionColumns) FROM connector_sessions s
                WHERE s.company_id = $1 AND substr(s.ticket_digest, 1, \(StoredSession.idLetters)) = $2
                ORDER BY s.opened_at DESC LIMIT 1
                """, [.text(companyID.text), .text(id)]
            ).map(Transaction.sessionRecord)
        }
    }
}

extension Transaction {
    fileprivate static let sessionColumns = """
        s.ticket_digest, s.address, s.opened_at, s.last_call_at, s.closed_at, s.state,
            (SELECT COUNT(*) FROM message_sets m
                WHERE m.company_id = s.company_id AND m.connection_id = s.connection_id
                AND m.handed_out_at >= s.opened_at
                AND m.handed_out_at <= COALESCE(s.closed_at, s.last_call_at)) AS requests
        """

    fileprivate func connectorSessions(
        of company: ID<Company>, page: Int
    ) throws -> PartOfLog<ConnectorSessionRecord> {
        let total = try row("SELECT COUNT(*) FROM connector_sessions WHERE company_id = $1", [.text(company.text)])
        return try LogParts.part(page, of: try total?.int(0) ?? 0) { limit, offset in
            try rows(
                """
                SELECT \(Self.sessionColumns) FROM (
                    SELECT * FROM connector_sessions WHERE company_id = $1
                    ORDER BY opened_at DESC, ticket_digest LIMIT $2 OFFSET $3) AS s
                ORDER BY s.opened_at DESC, s.ticket_digest
                """, [.text(company.text), SQLValue(limit), SQLValue(offset)]
            ).map(Self.sessionRecord)
        }
    }

    fileprivate static func sessionRecord(_ row: Row) throws -> ConnectorSessionRecord {
        ConnectorSessionRecord(
            id: StoredSession.id(ofTicketDigest: try row.text("ticket_digest")),
            address: try row.optionalText("address"),
            openedAt: Instant(microsecondsSince1970: try row.integer("opened_at")),
            lastCallAt: Instant(microsecondsSince1970: try row.integer("last_call_at")),
            closedAt: try row.optionalInteger("closed_at").map(Instant.init(microsecondsSince1970:)),
            state: try row.text("state"), requests: try row.int("requests"))
    }
}
