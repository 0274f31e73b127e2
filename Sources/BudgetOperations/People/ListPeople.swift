package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// The company's directory by name, with the permissions that everybody has company-wide; those who are
    /// deactivated among them.
    package func people(of companyID: ID<Company>) async throws -> [Person] {
        try await database.read(of: companyID) { tx in try tx.people(of: try tx.company(companyID).id) }
    }
}

extension Transaction {
    func people(of company: ID<Company>) throws -> [Person] {
        try rows(
            """
            SELECT p.id, p.name, p.email, p.privilege_by, p.privilege_at, p.deactivated_by, p.deactivated_at,
                s.levels, s.rights
            FROM people p
            LEFT JOIN permissions s
                ON s.company_id = p.company_id AND s.person_id = p.id AND s.project_id = ''
            WHERE p.company_id = $1 ORDER BY p.name, p.email
            """, [.text(company.text)]
        ).map { row in
            Person(
                id: ID(try row.text("id")), company: company, name: try row.text("name"),
                email: try row.text("email"),
                permissions: try PermissionsText.permissions(
                    levels: row.optionalText("levels") ?? "", rights: row.optionalText("rights") ?? ""),
                accountingPrivilege: try Self.privilege(row), deactivation: try Self.deactivation(row))
        }
    }
}
