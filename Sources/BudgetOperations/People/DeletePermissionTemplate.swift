package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Deletes a permission template. Whoever was on it keeps what they have, as levels of their own.
    @discardableResult
    package func deletePermissionTemplate(
        named name: String, in companyID: ID<Company>, by actor: Actor
    ) async throws -> TemplateOutcome {
        try await changeTemplates(of: companyID, by: actor) { tx, actor, now in
            let template = try tx.permissionTemplate(name, of: companyID)
            let people = try tx.people(on: template, of: companyID).count
            try tx.execute(
                "DELETE FROM permission_templates WHERE company_id = $1 AND name = $2",
                [.text(companyID.text), .text(template.name)])
            try tx.audit(
                .templateDeleted, on: "permission template \(template.name)", by: actor,
                details: template.details + [("people", "\(people)")], in: companyID, at: now)
            return TemplateOutcome(template: template, people: people)
        }
    }
}
