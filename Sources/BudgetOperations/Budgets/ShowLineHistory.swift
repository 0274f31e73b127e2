package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// The most entries of one line's history.
    private static let mostHistory = 200

    /// What was done to one line of a budget, newest first: typed, added, deleted or moved by modifications.
    package func budgetLineHistory(
        of budgetCode: String, on number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> [AuditEntry] {
        try await database.read(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            try place.person.require(.viewBudget)
            let own = "line: \(budgetCode)\n"
            let entries = try tx.rows(
                """
                SELECT number, at, actor_id, actor_name, act, subject, details FROM audit_entries
                WHERE company_id = $1 AND subject = $2 AND (SUBSTR(details, 1, $3) = $4 OR act = $5)
                ORDER BY number DESC LIMIT $6
                """,
                [
                    .text(companyID.text), .text("budget of \(number)"), SQLValue(own.unicodeScalars.count),
                    .text(own), .text(AuditedAct.modificationCreated.rawValue), SQLValue(Self.mostAuditEntries),
                ]
            ).map(Transaction.auditEntry)
            let sides: Set = ["line: \(budgetCode)", "from: \(budgetCode)", "to: \(budgetCode)"]
            let touching = entries.filter { entry in
                entry.details.split(separator: "\n").contains { sides.contains(String($0)) }
            }
            return Array(touching.prefix(Self.mostHistory))
        }
    }
}
