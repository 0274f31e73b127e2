import BudgetDomain
import SQLDatabase

extension Transaction {
    static let auditPage = 1_000

    /// The last link of the company's chain.
    func auditHead(of company: ID<Company>) throws -> AuditHead {
        let last = try row(
            "SELECT number, hash FROM audit_entries WHERE company_id = $1 ORDER BY number DESC LIMIT 1",
            [.text(company.text)])
        guard let last else { return .genesis(of: company.text) }
        return AuditHead(number: try last.int(0), hash: try last.text(1))
    }

    func auditLinks(of company: ID<Company>, after number: Int) throws -> [AuditLink] {
        try rows(
            """
            SELECT number, at, actor_id, actor_name, act, subject, details, memento, hash FROM audit_entries
            WHERE company_id = $1 AND number > $2 ORDER BY number LIMIT \(Self.auditPage)
            """, [.text(company.text), SQLValue(number)]
        ).map { row in
            AuditLink(
                number: try row.int(0), memento: try row.text(7), hash: try row.text(8),
                shown: try Self.shownMemento(row, of: company.text))
        }
    }

    /// What the columns say: number, at, actor_id, actor_name, act, subject, details, in this order.
    static func shownMemento(_ row: Row, of company: String) throws -> AuditMemento {
        AuditMemento(
            company: company, number: try row.int(0), microsecondsSince1970: try row.integer(1),
            actor: AuditedActor(id: try row.optionalText(2), name: try row.text(3)), act: try row.text(4),
            subject: try row.text(5), details: try row.text(6))
    }
}
