/// What one person may do: a level for each tool and the granular rights of the Budget tool.
package struct Permissions: Hashable, Sendable {
    package var levels: [Tool: AccessLevel]
    package var rights: Set<GranularRight>

    package init(levels: [Tool: AccessLevel] = [:], rights: Set<GranularRight> = []) {
        self.levels = levels
        self.rights = rights
    }

    package func level(of tool: Tool) -> AccessLevel {
        levels[tool] ?? .none
    }

    /// These permissions as they stand on a project that sets its own for the project tools.
    package func overridden(by project: Permissions?) -> Permissions {
        guard let project else { return self }
        var levels = levels
        for tool in Tool.allCases where tool.isSetPerProject {
            levels[tool] = project.level(of: tool)
        }
        return Permissions(levels: levels, rights: project.rights)
    }
}

/// A named set of permissions that people are put on. Somebody on a template has exactly what it says.
package struct PermissionTemplate: Hashable, Sendable {
    package let name: String
    package let permissions: Permissions

    package init(name: String, permissions: Permissions) {
        self.name = name
        self.permissions = permissions
    }

    /// What the first person of a company is put on.
    package static let administrator = PermissionTemplate(
        name: "administrator",
        permissions: Permissions(levels: [
            .directory: .admin, .budget: .admin, .erpIntegrations: .admin, .reports: .admin,
        ]))

    /// The templates that a new company starts with.
    package static let standard: [PermissionTemplate] = [
        administrator,
        PermissionTemplate(
            name: "project manager",
            permissions: Permissions(levels: [.budget: .admin, .reports: .standard])),
        PermissionTemplate(
            name: "accounting approver",
            permissions: Permissions(levels: [
                .directory: .readOnly, .budget: .readOnly, .erpIntegrations: .standard, .reports: .readOnly,
            ])),
        PermissionTemplate(
            name: "estimator",
            permissions: Permissions(
                levels: [.budget: .standard, .reports: .readOnly],
                rights: [.modifyOriginalBudgetAmount, .importLineItems])),
        PermissionTemplate(
            name: "viewer",
            permissions: Permissions(levels: [.budget: .readOnly, .reports: .readOnly])),
    ]
}
