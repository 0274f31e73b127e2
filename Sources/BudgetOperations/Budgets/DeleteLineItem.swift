package import BudgetDomain
import SQLDatabase

extension Plumbline {
    package func deleteLineItem(
        _ budgetCode: String, on number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws {
        let now = clock.now()
        try await database.write(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            let standing = try tx.standing(of: place.project.id, in: place.company)
            let line = try standing.budget.line(budgetCode)
            _ = try standing.deleting(line: line.id, by: place.person)
            try tx.execute(
                "DELETE FROM budget_line_items WHERE company_id = $1 AND id = $2",
                [.text(companyID.text), .text(line.id.text)])
            try tx.audit(
                .lineItemDeleted, on: "budget of \(number)", by: place.actor,
                details: [("line", budgetCode), ("amount", line.originalAmount.formatted)], in: companyID, at: now)
        }
    }
}
