package import BudgetDomain
import SQLDatabase

/// What an act on a permission template came to.
package struct TemplateOutcome: Hashable, Sendable {
    /// As it stands now; as it last stood, where it is deleted.
    package let template: PermissionTemplate
    /// How many people it concerns, deactivated people among them: those who are on a new one, those who got what a
    /// changed one says now, and those who were on a deleted one.
    package let people: Int
}

extension Plumbline {
    /// What all acts on a company's permission templates have in common: they are done in one transaction, if the
    /// actor may.
    func changeTemplates(
        of companyID: ID<Company>, by actor: Actor,
        _ change: @escaping @Sendable (Transaction, Actor, Instant) throws -> TemplateOutcome
    ) async throws -> TemplateOutcome {
        let now = clock.now()
        return try await database.write(of: companyID) { tx in
            let company = try tx.company(companyID)
            return try change(tx, try tx.actor(actor, mayDo: .manageDirectory, in: company.id), now)
        }
    }
}

extension Transaction {
    /// Everybody whose permissions company-wide are those of the template, deactivated people too.
    func people(on template: PermissionTemplate, of company: ID<Company>) throws -> [Person] {
        let stamp = template.permissions.stamp
        return try people(of: company).filter { $0.permissions.stamp == stamp }
    }
}

extension PermissionTemplate {
    /// Refuses a name that another one has, but for capitals, and what another one says: people on the one could not
    /// be told from people on the other.
    func requireDifference(from others: [PermissionTemplate]) throws(Refused) {
        let name = name.lowercased()
        let named = others.filter { $0.name.lowercased() == name }
        let alike = others.filter { saysTheSame(as: $0) }
        let refusals =
            named.map { Refusal.permissionTemplateExists(name: $0.name) }
            + alike.map { Refusal.templateSaysTheSame(name: $0.name) }
        guard refusals.isEmpty else { throw Refused(refusals) }
    }

    /// A tool without a level and one with None are the same.
    func saysTheSame(as other: PermissionTemplate) -> Bool { permissions.stamp == other.permissions.stamp }

    /// What the audit tells of it.
    var details: [(String, String)] {
        [("levels", PermissionsText.levels(permissions)), ("rights", PermissionsText.rights(permissions))]
    }
}
