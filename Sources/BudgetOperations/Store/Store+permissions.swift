import BudgetDomain
import SQLDatabase

/// How permissions stand in a row: `budget=admin,reports=standard` and `lock budget,delete budget line items`.
enum PermissionsText {
    static func levels(_ permissions: Permissions) -> String {
        Tool.allCases.compactMap { tool in
            let level = permissions.level(of: tool)
            return level == .none ? nil : "\(tool.rawValue)=\(level.rawValue)"
        }.joined(separator: ";")
    }

    static func rights(_ permissions: Permissions) -> String {
        GranularRight.allCases.filter(permissions.rights.contains).map(\.rawValue).joined(separator: ";")
    }

    static func permissions(levels: String, rights: String) throws -> Permissions {
        var permissions = Permissions()
        for part in levels.split(separator: ";") {
            let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
            guard sides.count == 2, let tool = Tool(rawValue: sides[0]), let level = AccessLevel(rawValue: sides[1])
            else { throw UnreadableRow(table: "permissions", column: "levels", value: levels) }
            permissions.levels[tool] = level
        }
        for part in rights.split(separator: ";") {
            guard let right = GranularRight(rawValue: String(part)) else {
                throw UnreadableRow(table: "permissions", column: "rights", value: rights)
            }
            permissions.rights.insert(right)
        }
        return permissions
    }
}

extension Transaction {
    private static let personColumns = "id, name, email, privilege_by, privilege_at, deactivated_by, deactivated_at"

    /// A person with the permissions in force on the project, or company-wide when no project is named.
    func person(_ id: ID<Person>, of company: ID<Company>, on project: ID<Project>? = nil) throws -> Person {
        let row = try row(
            "SELECT \(Self.personColumns) FROM people WHERE company_id = $1 AND id = $2",
            [.text(company.text), .text(id.text)])
        guard let row else { throw Refused(.noSuchPerson(id.text)) }
        return try person(row, of: company, on: project)
    }

    func person(email: String, of company: ID<Company>, on project: ID<Project>? = nil) throws -> Person {
        let row = try row(
            "SELECT \(Self.personColumns) FROM people WHERE company_id = $1 AND email = $2",
            [.text(company.text), .text(email)])
        guard let row else { throw Refused(.noSuchPerson(email)) }
        return try person(row, of: company, on: project)
    }

    func person(_ row: Row, of company: ID<Company>, on project: ID<Project>?) throws -> Person {
        let id = ID<Person>(try row.text("id"))
        var own = Permissions()
        var onProject: Permissions?
        let scopes = try rows(
            """
            SELECT project_id, levels, rights FROM permissions
            WHERE company_id = $1 AND person_id = $2 AND project_id IN ('', $3)
            """,
            [.text(company.text), .text(id.text), .text(project?.text ?? "")])
        for scope in scopes {
            let permissions = try PermissionsText.permissions(
                levels: scope.text("levels"), rights: scope.text("rights"))
            if try scope.text("project_id").isEmpty { own = permissions } else { onProject = permissions }
        }
        return Person(
            id: id, company: company, name: try row.text("name"), email: try row.text("email"),
            permissions: own.overridden(by: onProject), accountingPrivilege: try Self.privilege(row),
            deactivation: try Self.deactivation(row))
    }

    static func privilege(_ row: Row) throws -> AccountingPrivilege? {
        try row.optionalText("privilege_by").map { by in
            AccountingPrivilege(
                grantedBy: by, grantedAt: Instant(microsecondsSince1970: try row.integer("privilege_at")))
        }
    }

    static func deactivation(_ row: Row) throws -> Deactivation? {
        try row.optionalText("deactivated_by").map { by in
            Deactivation(by: by, at: Instant(microsecondsSince1970: try row.integer("deactivated_at")))
        }
    }
}
