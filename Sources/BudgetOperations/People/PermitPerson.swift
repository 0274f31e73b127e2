package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Puts somebody on a permission template, company-wide or on one project. On a project only the tools that are
    /// set per project take effect.
    /// - Parameter seen: the ``BudgetDomain/Permissions/stamp`` of what the person who decides looked at; refused when
    ///   it is another by now. Nil when nobody looked.
    package func permit(
        email: String, in companyID: ID<Company>, template: String, on project: String?, by actor: Actor,
        seen: String? = nil
    ) async throws -> Person {
        try await changePermissions(of: email, in: companyID, on: project, by: actor, seen: seen) { tx in
            let template = try tx.permissionTemplate(template, of: companyID)
            return (template.permissions, [("template", template.name)])
        }
    }

    /// Decides somebody's permissions with `choose`, which says them and what the audit entry tells of them.
    func changePermissions(
        of email: String, in companyID: ID<Company>, on project: String?, by actor: Actor, seen: String?,
        _ choose: @escaping @Sendable (Transaction) throws -> (Permissions, details: [(String, String)])
    ) async throws -> Person {
        let now = clock.now()
        let email = EmailAddress.normalised(email)
        return try await database.write(of: companyID) { tx in
            let company = try tx.company(companyID)
            let actor = try tx.actor(actor, mayDo: .manageDirectory, in: company.id)
            let project = try project.map { try tx.project(number: $0, of: company.id) }
            let person = try tx.person(email: email, of: company.id, on: project?.id)
            if let seen, seen != person.permissions.stamp {
                throw Refused(.permissionsHaveChanged(person: person.name))
            }
            let (permissions, details) = try choose(tx)
            if project == nil { try tx.requireDirectoryAdmin(without: person, having: permissions, by: actor) }
            try tx.save(permissions, of: person, on: project?.id)
            try tx.audit(
                .permissionsChanged, on: "person \(email)", by: actor,
                details: [("on", project.map { "project \($0.number)" } ?? "every project")] + details,
                in: company.id, at: now)
            return try tx.person(person.id, of: company.id, on: project?.id)
        }
    }
}

extension Transaction {
    /// People must not lock themselves out of the Directory together. The server's command line may: it lets them in
    /// again.
    fileprivate func requireDirectoryAdmin(
        without person: Person, having permissions: Permissions, by actor: Actor
    ) throws {
        guard case .person = actor, permissions.level(of: .directory) < .admin else { return }
        guard try !isLastDirectoryAdmin(person) else { throw Refused(.lastDirectoryAdmin(person: person.name)) }
    }
}

extension Permissions {
    /// Tells whether they are still what somebody looked at.
    package var stamp: String { "\(PermissionsText.levels(self))|\(PermissionsText.rights(self))" }
}
