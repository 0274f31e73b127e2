package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Tries a failed export again, with the same transactions under the same marks.
    package func exportAgain(
        of number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> Export {
        let now = clock.now()
        return try await database.write(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            let standing = try tx.standing(of: place.project.id, in: place.company)
            let export = try standing.exportingAgain(by: place.person)
            try tx.save(export, in: companyID)
            try tx.audit(
                .exportedAgain, on: "export \(export.number) of \(number)", by: place.actor, in: companyID, at: now)
            return export
        }
    }
}
