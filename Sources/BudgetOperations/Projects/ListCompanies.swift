package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// All companies of this database, by name.
    package func companies() async throws -> [Company] {
        try await database.read(of: .everyCompany) { tx in
            try tx.rows("SELECT \(Transaction.companyColumns) FROM companies ORDER BY name").map(Transaction.company)
        }
    }
}
