package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Unlocks the budget; its modifications are kept unless the person asks to delete them.
    package func unlockBudget(
        of number: String, modifications: ModificationsOnUnlock, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws {
        let now = clock.now()
        try await database.write(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            let standing = try tx.standing(of: place.project.id, in: place.company)
            let budget = try standing.unlocking(by: place.person, modifications: modifications)
            try tx.saveLock(of: budget)
            let deleted = standing.budget.modifications.count - budget.modifications.count
            if deleted > 0 {
                try tx.execute(
                    "DELETE FROM budget_modifications WHERE company_id = $1 AND budget_id = $2",
                    [.text(companyID.text), .text(budget.id.text)])
            }
            try tx.audit(
                .budgetUnlocked, on: "budget of \(number)", by: place.actor,
                details: [
                    ("modifications kept", "\(budget.modifications.count)"),
                    ("modifications deleted", "\(deleted)"),
                ], in: companyID, at: now)
        }
    }
}
