package import BudgetDomain
import SQLDatabase

extension Plumbline {
    package func permissionTemplates(of companyID: ID<Company>) async throws -> [PermissionTemplate] {
        try await database.read(of: companyID) { tx in try tx.permissionTemplates(of: companyID) }
    }
}

extension Transaction {
    func permissionTemplates(of company: ID<Company>) throws -> [PermissionTemplate] {
        try rows(
            "SELECT name, levels, rights FROM permission_templates WHERE company_id = $1 ORDER BY name",
            [.text(company.text)]
        ).map(Self.permissionTemplate)
    }
}
