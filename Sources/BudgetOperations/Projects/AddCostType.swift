package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Adds a cost type of the firm's own, or gives the type of that code another name.
    package func addCostType(
        code: String, name: String, to companyID: ID<Company>, by actor: Actor
    ) async throws {
        let now = clock.now()
        try TextLimit.costType.requireName(code)
        try TextLimit.costType.requireName(name)
        try await database.write(of: companyID) { tx in
            let company = try tx.company(companyID)
            let actor = try tx.actor(actor, mayDo: .manageDirectory, in: company.id)
            guard try !tx.costTypes(of: company.id).contains(CostType(code: code, name: name)) else { return }
            try tx.execute(
                """
                INSERT INTO cost_types (company_id, code, name) VALUES ($1, $2, $3)
                ON CONFLICT (company_id, code) DO UPDATE SET name = excluded.name
                """, [.text(company.id.text), .text(code), .text(name)])
            try tx.audit(
                .costCodesAdded, on: "cost type \(code)", by: actor, details: [("name", name)], in: company.id,
                at: now)
        }
    }
}
