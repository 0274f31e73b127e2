package import BudgetDomain
import SQLDatabase

/// A request that writes, as the log shows it.
package struct RequestRecord: Hashable, Sendable {
    package let id: String
    package let purpose: MessageSetPurpose
    package let state: MessageSet.State
    package let handedOutAt: Instant
    package let answeredAt: Instant?
    /// What left and what came, without secrets and up to a limit; empty in a list.
    package let request: String
    package let answer: String
}

extension Plumbline {
    /// The requests that wrote, or were to write, to the company's QuickBooks, newest first, without their texts.
    /// - Parameter page: from 1; beyond the last is the last.
    package func requests(
        of companyID: ID<Company>, page: Int, by personID: ID<Person>
    ) async throws -> PartOfLog<RequestRecord> {
        try await database.read(of: companyID) { tx in
            try tx.person(personID, of: companyID).require(.viewERPLists)
            let total = try tx.row("SELECT COUNT(*) FROM message_sets WHERE company_id = $1", [.text(companyID.text)])
            return try LogParts.part(page, of: try total?.int(0) ?? 0) { limit, offset in
                try tx.rows(
                    """
                    SELECT id, purpose, state, handed_out_at, answered_at FROM message_sets
                    WHERE company_id = $1 ORDER BY handed_out_at DESC, id LIMIT $2 OFFSET $3
                    """, [.text(companyID.text), SQLValue(limit), SQLValue(offset)]
                ).map { try Self.record($0, request: "", answer: "") }
            }
        }
    }

    /// The requests that left in a session, in their order, without their texts.
    package func requests(
        in session: ConnectorSessionRecord, of companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> [RequestRecord] {
        try await database.read(of: companyID) { tx in
            try tx.person(personID, of: companyID).require(.viewERPLists)
            return try tx.rows(
                """
                SELECT id, purpose, state, handed_out_at, answered_at FROM message_sets
                WHERE company_id = $1 AND handed_out_at >= $2 AND handed_out_at <= $3
                ORDER BY handed_out_at, id LIMIT $4
                """,
                [
                    .text(companyID.text), .integer(session.openedAt.microsecondsSince1970),
                    .integer((session.closedAt ?? session.lastCallAt).microsecondsSince1970),
                    SQLValue(LogParts.rowsPerPage),
                ]
            ).map { try Self.record($0, request: "", answer: "") }
        }
    }

    /// One request with what left and what came; nil when the company has none of that id.
    package func request(
        id: String, of companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> RequestRecord? {
        try await database.read(of: companyID) { tx in
            try tx.person(personID, of: companyID).require(.viewERPLists)
            return try tx.row(
                """
                SELECT id, purpose, state, handed_out_at, answered_at, request, answer FROM message_sets
                WHERE company_id = $1 AND id = $2
                """, [.text(companyID.text), .text(id)]
            ).map { row in
                try Self.record(
                    row, request: Transcript.fit(try row.text("request")),
                    answer: Transcript.fit(try row.optionalText("answer") ?? ""))
            }
        }
    }

    /// When the company file last took something of ours: the newest answer that says so of a job, an item or an
    /// estimate, among the last requests. That it answered alone proves nothing; it may have refused.
    package func lastWrite(of companyID: ID<Company>, by personID: ID<Person>) async throws -> Instant? {
        try await database.read(of: companyID) { tx in
            try tx.person(personID, of: companyID).require(.viewERPLists)
            return try tx.row(
                """
                SELECT MAX(answered_at) AS at FROM (
                    SELECT m.answered_at, m.answer FROM message_sets m
                    JOIN connections c ON c.company_id = m.company_id AND c.id = m.connection_id
                    WHERE m.company_id = $1 AND m.state = 'answered' AND m.handed_out_at >= COALESCE(c.bound_at, 0)
                    ORDER BY m.handed_out_at DESC, m.id LIMIT 20) AS last
                WHERE answer LIKE '%AddRs %statusCode="0"%' OR answer LIKE '%ModRs %statusCode="0"%'
                """, [.text(companyID.text)]
            )?.optionalInteger("at").map(Instant.init(microsecondsSince1970:))
        }
    }

    private static func record(_ row: Row, request: String, answer: String) throws -> RequestRecord {
        guard let purpose = MessageSetPurpose(rawValue: try row.text("purpose")),
            let state = MessageSet.State(rawValue: try row.text("state"))
        else { throw UnreadableRow(table: "message_sets", column: "state", value: try row.text("state")) }
        return RequestRecord(
            id: try row.text("id"), purpose: purpose, state: state,
            handedOutAt: Instant(microsecondsSince1970: try row.integer("handed_out_at")),
            answeredAt: try row.optionalInteger("answered_at").map(Instant.init(microsecondsSince1970:)),
            request: request, answer: answer)
    }
}
