package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Locks the budget: the originals freeze, and it can be sent to ERP.
    package func lockBudget(of number: String, in companyID: ID<Company>, by personID: ID<Person>) async throws {
        let now = clock.now()
        try await database.write(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            let standing = try tx.standing(of: place.project.id, in: place.company)
            let budget = try standing.locking(by: place.person, at: now)
            try tx.saveLock(of: budget)
            try tx.audit(
                .budgetLocked, on: "budget of \(number)", by: place.actor,
                details: [
                    ("lines", "\(budget.lines.count)"), ("original total", try budget.totals().original.formatted),
                ], in: companyID, at: now)
        }
    }
}
