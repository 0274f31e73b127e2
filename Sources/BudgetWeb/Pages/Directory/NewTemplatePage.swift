import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Where a permission template is made.
enum NewTemplatePage {
    static let route = PageRoute.signedIn(Site.newTemplate, get: show, post: add)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        try signedIn.person.require(.manageDirectory)
        return .page(page(named: "", chosen: Permissions(), on: visit))
    }

    @Sendable private static func add(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let name = visit.form["name"] ?? ""
        let chosen = try PermissionFields.permissions(in: visit.form)
        do {
            let added = try await visit.plumbline.addPermissionTemplate(
                named: name, saying: chosen, in: signedIn.company.id, by: signedIn.actor)
            return .seeOther(added.template.link(), flash: .templateAdded)
        } catch let refused as Refused {
            return .page(
                page(named: name, chosen: chosen, on: visit, refused: refused), refusing: refused)
        }
    }

    private static func page(
        named name: String, chosen: Permissions, on visit: Visit, refused: Refused? = nil
    ) -> Page {
        Page(
            "New permission template", section: .directory, isPlain: true,
            refused.map {
                .refusal($0.refusals, title: "No template was made", meaning: "What you chose is still here.")
            } ?? .nothing,
            .form(
                to: Site.newTemplate.link, on: visit, class: "form card",
                .field(
                    FormField(
                        name: "name", label: "Name", hint: "Of the work that it is for, such as foreman.",
                        value: name)),
                PermissionFields.html(chosen: chosen, now: nil), .button("Make it", .main)),
            .p("Whoever has exactly these levels and rights already is on it from then on."),
            .p(.a(Site.templates.link, "Back to the templates")))
    }
}
