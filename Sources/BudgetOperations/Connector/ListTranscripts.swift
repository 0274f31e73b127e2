package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Exchanges with the company's QuickBooks that ended in trouble, newest first, without their texts.
    package func troubles(of companyID: ID<Company>, page: Int) async throws -> PartOfLog<Transcript> {
        try await database.read(of: companyID) { tx in
            try tx.transcripts(where: "is_trouble = 1", [], orderedBy: "at DESC, id", page: page, of: companyID)
        }
    }

    /// What is still kept of a session's exchanges, in their order, without their texts.
    package func transcripts(
        ofSession id: String, of companyID: ID<Company>, page: Int
    ) async throws -> PartOfLog<Transcript> {
        try await database.read(of: companyID) { tx in
            try tx.transcripts(
                where: "session_id = $2", [.text(id)], orderedBy: "at, id", page: page, of: companyID)
        }
    }

    /// One exchange with both sides; nil when none of that id is kept.
    package func transcript(id: String, of companyID: ID<Company>) async throws -> Transcript? {
        try await database.read(of: companyID) { tx in
            try tx.row(
                """
                SELECT id, session_id, asked_at, at, step, code, is_trouble, request, answer FROM transcripts
                WHERE company_id = $1 AND id = $2
                """, [.text(companyID.text), .text(id)]
            ).map { row in
                try Transcript(row, request: try row.text("request"), answer: try row.text("answer"))
            }
        }
    }
}

extension Transaction {
    /// Keeps one more, and lets the oldest of its kind go.
    func keep(_ transcript: Transcript, of company: ID<Company>) throws {
        try execute(
            """
            INSERT INTO transcripts
                (company_id, id, session_id, asked_at, at, step, code, is_trouble, request, answer)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .text(company.text), .text(transcript.id), SQLValue(transcript.sessionID),
                SQLValue(transcript.askedAt?.microsecondsSince1970), .integer(transcript.at.microsecondsSince1970),
                .text(transcript.step), .text(transcript.code), SQLValue(transcript.isTrouble),
                .text(transcript.request), .text(transcript.answer),
            ])
        let most = transcript.isTrouble ? Transcript.mostKept : Transcript.mostKeptWithoutTrouble
        try execute(
            """
            DELETE FROM transcripts WHERE company_id = $1 AND is_trouble = $2 AND at < (
                SELECT at FROM transcripts WHERE company_id = $1 AND is_trouble = $2
                ORDER BY at DESC LIMIT 1 OFFSET $3)
            """, [.text(company.text), SQLValue(transcript.isTrouble), SQLValue(most - 1)])
    }

    /// - Parameter condition: in which `$2` is the first of `values`.
    fileprivate func transcripts(
        where condition: String, _ values: [SQLValue], orderedBy order: String, page: Int, of company: ID<Company>
    ) throws -> PartOfLog<Transcript> {
        let bound = [.text(company.text)] + values
        let total = try row("SELECT COUNT(*) FROM transcripts WHERE company_id = $1 AND \(condition)", bound)
        return try LogParts.part(page, of: try total?.int(0) ?? 0) { limit, offset in
            try rows(
                """
                SELECT id, session_id, asked_at, at, step, code, is_trouble FROM transcripts
                WHERE company_id = $1 AND \(condition)
                ORDER BY \(order) LIMIT $\(bound.count + 1) OFFSET $\(bound.count + 2)
                """, bound + [SQLValue(limit), SQLValue(offset)]
            ).map { try Transcript($0, request: "", answer: "") }
        }
    }
}

extension Transcript {
    /// As it was kept: what was masked and cut then is not cut again.
    fileprivate init(_ row: Row, request: String, answer: String) throws {
        id = try row.text("id")
        sessionID = try row.optionalText("session_id")
        askedAt = try row.optionalInteger("asked_at").map(Instant.init(microsecondsSince1970:))
        at = Instant(microsecondsSince1970: try row.integer("at"))
        step = try row.text("step")
        code = try row.text("code")
        isTrouble = try row.bool("is_trouble")
        self.request = request
        self.answer = answer
    }
}
