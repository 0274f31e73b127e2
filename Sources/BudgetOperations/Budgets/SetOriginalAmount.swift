package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Gives a line of an unlocked budget another original amount.
    package func setOriginalAmount(
        of budgetCode: String, to amount: LineAmount, on number: String, in companyID: ID<Company>,
        by personID: ID<Person>
    ) async throws -> BudgetLineItem {
        let now = clock.now()
        let (original, calculation) = try amount.computed()
        return try await database.write(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            let standing = try tx.standing(of: place.project.id, in: place.company)
            let old = try standing.budget.line(budgetCode)
            let budget = try standing.settingOriginal(
                of: old.id, to: original, calculation: calculation, by: place.person)
            let new = try budget.line(budgetCode)
            try tx.update(new, of: budget)
            try tx.audit(
                .originalAmountChanged, on: "budget of \(number)", by: place.actor,
                details: [
                    ("line", budgetCode), ("from", old.originalAmount.formatted),
                    ("to", new.originalAmount.formatted),
                ], in: companyID, at: now)
            return new
        }
    }
}
