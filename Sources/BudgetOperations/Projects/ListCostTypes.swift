package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// The company's cost types by code.
    package func costTypes(of companyID: ID<Company>) async throws -> [CostType] {
        try await database.read(of: companyID) { tx in try tx.costTypes(of: companyID) }
    }
}
