package import BudgetDomain
import SQLDatabase

/// Which of its states a budget is in: equal for as long as neither its lines, its lock nor its exports change.
package struct BudgetVersion: Hashable, Sendable {
    package let text: String
}

extension Plumbline {
    package func budgetVersion(
        of number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> BudgetVersion {
        try await database.read(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            try place.person.require(.viewBudget)
            return try tx.version(of: try tx.budgetID(of: place.project.id, in: companyID), at: place)
        }
    }
}

extension Transaction {
    /// Whatever changes lines or the lock leaves an audit entry, and exports have states.
    func version(of budget: ID<Budget>, at place: Place) throws -> BudgetVersion {
        let audited = try row(
            """
            SELECT CAST(COALESCE(MAX(number), 0) AS BIGINT) AS last FROM audit_entries
            WHERE company_id = $1 AND subject = $2
            """, [.text(place.company.id.text), .text("budget of \(place.project.number)")])
        let export = try row(
            """
            SELECT number, state FROM exports WHERE company_id = $1 AND budget_id = $2 ORDER BY number DESC LIMIT 1
            """, [.text(place.company.id.text), .text(budget.text)])
        let state = try export.map { "-\(try $0.int(0))-\(try $0.text(1))" } ?? ""
        return BudgetVersion(text: "\(try audited?.int(0) ?? 0)\(state)")
    }
}
