package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Returns the budget to its owner with the reason; a first export also unlocks the budget.
    package func rejectExport(
        of number: String, comment: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> Export {
        let now = clock.now()
        return try await database.write(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            let standing = try tx.standing(of: place.project.id, in: place.company)
            let (export, budget) = try standing.rejecting(comment: comment, by: place.person, at: now)
            try tx.save(export, in: companyID)
            try tx.saveLock(of: budget)
            try tx.audit(
                .exportRejected, on: "export \(export.number) of \(number)", by: place.actor,
                details: [("comment", comment), ("budget", budget.isLocked ? "stays locked" : "unlocked")],
                in: companyID, at: now)
            try tx.compareAgain(place, at: now)
            try tx.announce(
                .rejected(by: place.person, reason: comment), about: export, in: place.company, at: now)
            return export
        }
    }
}
