import BudgetDomain
import SQLDatabase

extension Transaction {
    /// Writes down what the surrounding transaction does, as the next link of the company's chain. The number
    /// continues without a gap, and the hash from the one before, because decisions of one company are serialised.
    func audit(
        _ act: AuditedAct, on subject: String, by actor: Actor, details: [(String, String)] = [],
        in company: ID<Company>, at instant: Instant
    ) throws {
        let head = try auditHead(of: company)
        let memento = AuditMemento(
            company: company.text, number: head.number + 1, microsecondsSince1970: instant.microsecondsSince1970,
            actor: AuditedActor(actor), act: act.rawValue, subject: subject,
            details: details.map { "\($0.0): \($0.1)" }.joined(separator: "\n"))
        let text = memento.text
        let next = head.adding(text)
        try execute(
            """
            INSERT INTO audit_entries
                (company_id, number, at, actor_id, actor_name, act, subject, details, memento, hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .text(company.text), SQLValue(next.number), .integer(memento.microsecondsSince1970),
                SQLValue(memento.actor.kind == .person ? memento.actor.id : nil), .text(memento.actor.name),
                .text(memento.act), .text(subject), .text(memento.details), .text(text), .text(next.hash),
            ])
    }
}
