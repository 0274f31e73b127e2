package import BudgetDomain
import SQLDatabase

extension Plumbline {
    package func permissionTemplates(of companyID: ID<Company>) async throws -> [PermissionTemplate] {
        try await database.read(of: companyID) { tx in
            try tx.rows(
                "SELECT name, levels, rights FROM permission_templates WHERE company_id = $1 ORDER BY name",
                [.text(companyID.text)]
            ).map(Transaction.permissionTemplate)
        }
    }
}
