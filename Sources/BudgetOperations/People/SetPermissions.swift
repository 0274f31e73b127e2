package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Gives somebody exactly these permissions, company-wide or on one project.
    /// - Parameter seen: as of ``permit(email:in:template:on:by:seen:)``.
    package func setPermissions(
        of email: String, in companyID: ID<Company>, to permissions: Permissions, on project: String?,
        by actor: Actor, seen: String? = nil
    ) async throws -> Person {
        try await changePermissions(of: email, in: companyID, on: project, by: actor, seen: seen) { _ in
            (
                permissions,
                [("levels", PermissionsText.levels(permissions)), ("rights", PermissionsText.rights(permissions))]
            )
        }
    }

    /// Takes away what somebody has on one project alone: what they have company-wide holds there again.
    @discardableResult
    package func removeProjectPermissions(
        of email: String, on number: String, in companyID: ID<Company>, by actor: Actor
    ) async throws -> Person {
        let now = clock.now()
        let email = EmailAddress.normalised(email)
        return try await database.write(of: companyID) { tx in
            let actor = try tx.actor(actor, mayDo: .manageDirectory, in: companyID)
            let project = try tx.project(number: number, of: companyID)
            let person = try tx.person(email: email, of: companyID)
            let removed = try tx.execute(
                "DELETE FROM permissions WHERE company_id = $1 AND person_id = $2 AND project_id = $3",
                [.text(companyID.text), .text(person.id.text), .text(project.id.text)])
            guard removed > 0 else { return person }
            try tx.audit(
                .permissionsChanged, on: "person \(email)", by: actor,
                details: [("on", "project \(number)"), ("as", "on every project")], in: companyID, at: now)
            return person
        }
    }
}
