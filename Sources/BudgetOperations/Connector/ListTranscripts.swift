package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Exchanges with the company's QuickBooks that ended in trouble, newest first.
    /// - Parameter id: that one alone.
    package func transcripts(of companyID: ID<Company>, id: String? = nil) async throws -> [Transcript] {
        try await database.read(of: companyID) { tx in
            try tx.rows(
                """
                SELECT id, at, step, code, request, answer FROM transcripts
                WHERE company_id = $1 AND (CAST($2 AS TEXT) IS NULL OR id = CAST($2 AS TEXT))
                ORDER BY at DESC, id LIMIT $3
                """, [.text(companyID.text), SQLValue(id), SQLValue(Transcript.mostKept)]
            ).map { row in
                Transcript(
                    id: try row.text("id"), at: Instant(microsecondsSince1970: try row.integer("at")),
                    step: try row.text("step"), code: try row.text("code"), request: try row.text("request"),
                    answer: try row.text("answer"))
            }
        }
    }
}

extension Transaction {
    /// Keeps one more, and lets the oldest go.
    func keep(_ transcript: Transcript, of company: ID<Company>) throws {
        try execute(
            """
            INSERT INTO transcripts (company_id, id, at, step, code, request, answer)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                .text(company.text), .text(transcript.id), .integer(transcript.at.microsecondsSince1970),
                .text(transcript.step), .text(transcript.code), .text(transcript.request),
                .text(transcript.answer),
            ])
        try execute(
            """
            DELETE FROM transcripts WHERE company_id = $1 AND id NOT IN (
                SELECT id FROM transcripts WHERE company_id = $1 ORDER BY at DESC, id LIMIT $2)
            """, [.text(company.text), SQLValue(Transcript.mostKept)])
    }
}
