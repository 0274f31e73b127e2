package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Changes the name of a permission template, or what it says: then everybody on it, deactivated people too, has
    /// what it says from that moment on. Levels on single projects stay as they are.
    /// - Parameters:
    ///   - newName: nil for the name that it has.
    ///   - seen: the ``BudgetDomain/Permissions/stamp`` of what it said when the person who decides looked; refused
    ///     when it is another by now. Nil when nobody looked.
    @discardableResult
    package func changePermissionTemplate(
        named name: String, to newName: String? = nil, saying permissions: Permissions, in companyID: ID<Company>,
        by actor: Actor, seen: String? = nil
    ) async throws -> TemplateOutcome {
        let newName = try newName.map { try TextLimit.templateName.requiredName($0) }
        return try await changeTemplates(of: companyID, by: actor) { tx, actor, now in
            let template = try tx.permissionTemplate(name, of: companyID)
            if let seen, seen != template.permissions.stamp {
                throw Refused(.templateHasChanged(name: template.name))
            }
            let changed = PermissionTemplate(name: newName ?? template.name, permissions: permissions)
            let others = try tx.permissionTemplates(of: companyID).filter { $0.name != template.name }
            try changed.requireDifference(from: others)
            let saysAnother = !changed.saysTheSame(as: template)
            guard saysAnother || changed.name != template.name else {
                return TemplateOutcome(template: template, people: 0)
            }
            let followers = try saysAnother ? tx.people(on: template, of: companyID) : []
            try tx.requireDirectoryAdmin(once: followers, have: permissions, in: companyID, by: actor)
            try tx.update(template, to: changed, of: companyID)
            try tx.audit(
                .templateChanged, on: "permission template \(template.name)", by: actor,
                details: [("name", changed.name)] + changed.details + [("people", "\(followers.count)")],
                in: companyID, at: now)
            for person in followers { try tx.put(person, on: changed, by: actor, at: now) }
            return TemplateOutcome(
                template: try tx.permissionTemplate(changed.name, of: companyID), people: followers.count)
        }
    }
}

extension Transaction {
    /// People must not lock themselves out of the Directory together. The server's command line may: it lets them in
    /// again.
    fileprivate func requireDirectoryAdmin(
        once followers: [Person], have permissions: Permissions, in company: ID<Company>, by actor: Actor
    ) throws {
        guard case .person = actor, followers.contains(where: \.mayManageDirectory) else { return }
        let following = Set(followers.map(\.id))
        let isSomebodyLeft = try people(of: company).contains { person in
            var person = person
            if following.contains(person.id) { person.permissions = permissions }
            return person.mayManageDirectory
        }
        guard isSomebodyLeft else { throw Refused(.noDirectoryAdminLeft) }
    }

    fileprivate func update(
        _ template: PermissionTemplate, to changed: PermissionTemplate, of company: ID<Company>
    ) throws {
        try execute(
            """
            UPDATE permission_templates SET name = $1, levels = $2, rights = $3 WHERE company_id = $4 AND name = $5
            """,
            [
                .text(changed.name), .text(PermissionsText.levels(changed.permissions)),
                .text(PermissionsText.rights(changed.permissions)), .text(company.text), .text(template.name),
            ])
    }

    fileprivate func put(
        _ person: Person, on template: PermissionTemplate, by actor: Actor, at now: Instant
    ) throws {
        try save(template.permissions, of: person, on: nil)
        try audit(
            .permissionsChanged, on: "person \(person.email)", by: actor,
            details: [("on", "every project"), ("template", template.name)], in: person.company, at: now)
    }
}
