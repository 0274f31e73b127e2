package import BudgetDomain

extension Plumbline {
    /// Gives somebody exactly these permissions, company-wide or on one project.
    package func setPermissions(
        of email: String, in companyID: ID<Company>, to permissions: Permissions, on project: String?, by actor: Actor
    ) async throws -> Person {
        try await changePermissions(of: email, in: companyID, on: project, by: actor) { _ in
            (
                permissions,
                [("levels", PermissionsText.levels(permissions)), ("rights", PermissionsText.rights(permissions))]
            )
        }
    }
}
