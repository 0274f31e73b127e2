import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The question before a permission template is deleted: what becomes of the people on it.
enum DeleteTemplatePage {
    static let route = PageRoute.signedIn(Site.templateDeletion, get: confirm, post: delete)

    @Sendable private static func confirm(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        try signedIn.person.require(.manageDirectory)
        return .page(page(of: try await TemplateView.load(visit.query["template"], visit, signedIn), on: visit))
    }

    @Sendable private static func delete(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let view = try await TemplateView.load(visit.form["template"], visit, signedIn)
        do {
            try await visit.plumbline.deletePermissionTemplate(
                named: view.template.name, in: signedIn.company.id, by: signedIn.actor)
            return .seeOther(Site.templates.link, flash: .templateDeleted)
        } catch let refused as Refused {
            return .page(page(of: view, on: visit, refused: refused), refusing: refused)
        }
    }

    private static func page(of view: TemplateView, on visit: Visit, refused: Refused? = nil) -> Page {
        let template = view.template
        return Page(
            "Delete \(template.title)?", section: .directory, isPlain: true,
            refused.map { .refusal($0.refusals, title: "Nothing was deleted", meaning: "The template is as it was.") }
                ?? .nothing,
            .card(
                "What becomes of the people",
                .ul([
                    .li(
                        .text(
                            view.sentence(
                                of: "keeps what it says, as levels of their own",
                                "keep what it says, as levels of their own"))),
                    .li("Nobody is put on it any more. Levels and rights are set one by one, or by another template."),
                ])),
            .form(
                to: Site.templateDeletion.link, on: visit, .hidden("template", template.name),
                .button("Delete \(template.title)", .danger)),
            .p(.a(template.link(), "Cancel")))
    }
}
