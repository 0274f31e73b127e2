package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Makes a permission template. Whoever has exactly what it says is on it from then on.
    @discardableResult
    package func addPermissionTemplate(
        named name: String, saying permissions: Permissions, in companyID: ID<Company>, by actor: Actor
    ) async throws -> TemplateOutcome {
        let template = PermissionTemplate(
            name: try TextLimit.templateName.requiredName(name), permissions: permissions)
        return try await changeTemplates(of: companyID, by: actor) { tx, actor, now in
            try template.requireDifference(from: try tx.permissionTemplates(of: companyID))
            try tx.insert([template], of: companyID)
            try tx.audit(
                .templateAdded, on: "permission template \(template.name)", by: actor, details: template.details,
                in: companyID, at: now)
            return TemplateOutcome(
                template: try tx.permissionTemplate(template.name, of: companyID),
                people: try tx.people(on: template, of: companyID).count)
        }
    }
}
