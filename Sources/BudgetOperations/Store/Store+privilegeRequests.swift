import BudgetDomain
import SQLDatabase

extension Transaction {
    private static let requestColumns = """
        r.id, r.person_id, p.name, r.reason, r.asked_at, r.answer, r.answered_by, r.answered_at, r.comment,
        r.is_withdrawn
        """

    /// The requests that nobody has answered, the oldest first.
    func openPrivilegeRequests(of company: ID<Company>) throws -> [PrivilegeRequest] {
        try rows(
            """
            SELECT \(Self.requestColumns) FROM privilege_requests r
            JOIN people p ON p.company_id = r.company_id AND p.id = r.person_id
            WHERE r.company_id = $1 AND r.answer IS NULL ORDER BY r.asked_at, r.id
            """, [.text(company.text)]
        ).map(Self.privilegeRequest)
    }

    /// The latest requests of a person, the newest first.
    func privilegeRequests(of person: ID<Person>, in company: ID<Company>) throws -> [PrivilegeRequest] {
        try rows(
            """
            SELECT \(Self.requestColumns) FROM privilege_requests r
            JOIN people p ON p.company_id = r.company_id AND p.id = r.person_id
            WHERE r.company_id = $1 AND r.person_id = $2 ORDER BY r.asked_at DESC, r.id LIMIT 20
            """, [.text(company.text), .text(person.text)]
        ).map(Self.privilegeRequest)
    }

    func insert(_ request: PrivilegeRequest, in company: ID<Company>) throws {
        try execute(
            "INSERT INTO privilege_requests (company_id, id, person_id, reason, asked_at) VALUES ($1, $2, $3, $4, $5)",
            [
                .text(company.text), .text(request.id.text), .text(request.person.text), .text(request.reason),
                .integer(request.askedAt.microsecondsSince1970),
            ])
    }

    /// Writes the answer to whatever the person asks for now; nothing where nothing is asked for.
    /// - Returns: whether there was an open request.
    @discardableResult
    func answer(
        _ answer: PrivilegeRequest.Answer, requestOf person: ID<Person>, in company: ID<Company>
    ) throws -> Bool {
        try execute(
            """
            UPDATE privilege_requests
            SET answer = $1, answered_by = $2, answered_at = $3, comment = $4, is_withdrawn = $5
            WHERE company_id = $6 AND person_id = $7 AND answer IS NULL
            """,
            [
                // An older server knows no withdrawal, and takes it for declined.
                .text(answer.outcome == .granted ? "granted" : "declined"), .text(answer.by),
                .integer(answer.at.microsecondsSince1970), .text(answer.comment),
                SQLValue(answer.outcome == .withdrawn), .text(company.text), .text(person.text),
            ]) > 0
    }

    private static func privilegeRequest(_ row: Row) throws -> PrivilegeRequest {
        let answer = try row.optionalText(5).map { answer in
            PrivilegeRequest.Answer(
                try row.bool(9) ? .withdrawn : answer == "granted" ? .granted : .declined, by: try row.text(6),
                at: Instant(microsecondsSince1970: try row.integer(7)), comment: try row.text(8))
        }
        return PrivilegeRequest(
            id: ID(try row.text(0)), person: ID(try row.text(1)), personName: try row.text(2),
            reason: try row.text(3), askedAt: Instant(microsecondsSince1970: try row.integer(4)), answer: answer)
    }
}
