package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Somebody in the directory, with the permissions in force on the project, or company-wide when none is named.
    package func person(
        email: String, of companyID: ID<Company>, on project: String? = nil
    ) async throws -> Person {
        try await database.read(of: companyID) { tx in
            let project = try project.map { try tx.project(number: $0, of: companyID) }
            return try tx.person(email: EmailAddress.normalised(email), of: companyID, on: project?.id)
        }
    }
}
