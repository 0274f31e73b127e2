package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Takes the budget back from ERP Integrations before an approver has decided.
    package func retrieveBudget(
        of number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> Export {
        let now = clock.now()
        return try await database.write(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            let standing = try tx.standing(of: place.project.id, in: place.company)
            let export = try standing.retrieving(by: place.person, at: now)
            try tx.save(export, in: companyID)
            try tx.audit(
                .budgetRetrieved, on: "export \(export.number) of \(number)", by: place.actor, in: companyID, at: now)
            try tx.compareAgain(place, at: now)
            return export
        }
    }
}
