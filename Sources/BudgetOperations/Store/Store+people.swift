import BudgetDomain
import SQLDatabase

extension Transaction {
    static let everyProject = ""

    /// Writes the permissions of a person, company-wide or on one project, over those that were there.
    func save(_ permissions: Permissions, of person: Person, on project: ID<Project>?) throws {
        try execute(
            """
            INSERT INTO permissions (company_id, person_id, project_id, levels, rights) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (company_id, person_id, project_id)
            DO UPDATE SET levels = excluded.levels, rights = excluded.rights
            """,
            [
                .text(person.company.text), .text(person.id.text), .text(project?.text ?? Self.everyProject),
                .text(PermissionsText.levels(permissions)), .text(PermissionsText.rights(permissions)),
            ])
    }

    func save(_ privilege: AccountingPrivilege?, of person: Person) throws {
        try execute(
            "UPDATE people SET privilege_by = $1, privilege_at = $2 WHERE company_id = $3 AND id = $4",
            [
                SQLValue(privilege?.grantedBy), SQLValue(privilege?.grantedAt.microsecondsSince1970),
                .text(person.company.text), .text(person.id.text),
            ])
    }

    func permissionTemplate(_ name: String, of company: ID<Company>) throws -> PermissionTemplate {
        let row = try row(
            "SELECT name, levels, rights FROM permission_templates WHERE company_id = $1 AND name = $2",
            [.text(company.text), .text(name)])
        guard let row else { throw Refused(.noSuchTemplate(name)) }
        return try Self.permissionTemplate(row)
    }

    static func permissionTemplate(_ row: Row) throws -> PermissionTemplate {
        PermissionTemplate(
            name: try row.text("name"),
            permissions: try PermissionsText.permissions(levels: row.text("levels"), rights: row.text("rights")))
    }
}
