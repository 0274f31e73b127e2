package import BudgetDomain
import SQLDatabase

/// What QuickBooks' company file said of itself, and when.
package struct SeenCompanyFile: Hashable, Sendable {
    package let facts: CompanyFileFacts
    package let seenAt: Instant
}

extension Plumbline {
    /// What the company's file said when a session last asked; nil before the first.
    package func companyFile(of companyID: ID<Company>, by personID: ID<Person>) async throws -> SeenCompanyFile? {
        try await database.read(of: companyID) { tx in
            try tx.person(personID, of: companyID).require(.viewERPLists)
            return try tx.companyFile(of: companyID).map { SeenCompanyFile(facts: $0.facts, seenAt: $0.seenAt) }
        }
    }
}
