import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Where the name of a permission template is changed, and what it says: for everybody on it.
enum ChangeTemplatePage {
    static let route = PageRoute.signedIn(Site.templateChange, get: show, post: change)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        try signedIn.person.require(.manageDirectory)
        let view = try await TemplateView.load(visit.query["template"], visit, signedIn)
        return .page(page(of: view, named: view.template.name, chosen: view.template.permissions, on: visit))
    }

    @Sendable private static func change(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let template = try await TemplateView.load(visit.form["template"], visit, signedIn).template
        let name = visit.form["name"] ?? ""
        let chosen = try PermissionFields.permissions(in: visit.form)
        do {
            let changed = try await visit.plumbline.changePermissionTemplate(
                named: template.name, to: name, saying: chosen, in: signedIn.company.id, by: signedIn.actor,
                seen: visit.form["seen"] ?? "")
            return .seeOther(changed.template.link(), flash: .templateChanged)
        } catch let refused as Refused {
            let now = try await TemplateView.load(template.name, visit, signedIn)
            return .page(
                page(of: now, named: name, chosen: chosen, on: visit, refused: refused),
                refusing: refused)
        }
    }

    private static func page(
        of view: TemplateView, named name: String, chosen: Permissions, on visit: Visit, refused: Refused? = nil
    ) -> Page {
        let template = view.template
        return Page(
            "Change \(template.title)", section: .directory, isPlain: true,
            refused.map {
                .refusal(
                    $0.refusals, title: "Nothing was changed",
                    meaning: "What you chose is still here, beside what stands now.")
            } ?? .nothing,
            .form(
                to: Site.templateChange.link, on: visit, class: "form card",
                .hidden("template", template.name), .hidden("seen", template.permissions.stamp),
                .field(
                    FormField(
                        name: "name", label: "Name", hint: refused.map { _ in "Now: \(template.name)." }, value: name)),
                PermissionFields.html(chosen: chosen, now: refused == nil ? nil : template.permissions),
                .p(
                    .tag(
                        "strong", [],
                        .text(
                            view.sentence(
                                of: "gets what you save here, at once", "get what you save here, at once")))),
                .button("Save", .main)),
            .p("Single projects may have levels of their own; those stay as they are."),
            .p(.a(template.link(), "Back to \(template.title)")))
    }
}
