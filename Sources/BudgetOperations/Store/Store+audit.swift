import BudgetDomain
import SQLDatabase

extension Transaction {
    /// Writes down what the surrounding transaction does. The number continues without a gap because decisions of one
    /// company are serialised.
    func audit(
        _ act: AuditedAct, on subject: String, by actor: Actor, details: [(String, String)] = [],
        in company: ID<Company>, at instant: Instant
    ) throws {
        let actorID: String? =
            switch actor {
            case .person(let id, _): id.text
            case .commandLine, .connector: nil
            }
        try execute(
            """
            INSERT INTO audit_entries (company_id, number, at, actor_id, actor_name, act, subject, details)
            SELECT $1, COALESCE(MAX(number), 0) + 1, CAST($2 AS BIGINT), CAST($3 AS TEXT), CAST($4 AS TEXT),
                CAST($5 AS TEXT), CAST($6 AS TEXT), CAST($7 AS TEXT)
            FROM audit_entries WHERE company_id = $1
            """,
            [
                .text(company.text), .integer(instant.microsecondsSince1970), SQLValue(actorID), .text(actor.name),
                .text(act.rawValue), .text(subject),
                .text(details.map { "\($0.0): \($0.1)" }.joined(separator: "\n")),
            ])
    }
}
