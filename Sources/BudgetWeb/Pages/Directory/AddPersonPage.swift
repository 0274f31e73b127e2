import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Where somebody is added to the company and invited.
enum AddPersonPage {
    static let route = PageRoute.signedIn(Site.addPerson, get: show, post: add)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        try signedIn.person.require(.manageDirectory)
        return .page(try await page(on: visit, signedIn))
    }

    @Sendable private static func add(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let form = visit.form
        do {
            let person = try await visit.plumbline.addPerson(
                to: signedIn.company.id, name: form["name"] ?? "", email: form["email"] ?? "",
                template: form["template"] ?? "", by: signedIn.actor)
            let link = try await visit.plumbline.makeSignInLink(
                .invitation, for: person.email, in: signedIn.company.id, by: signedIn.actor)
            return .page(PersonSignIn.page(of: link, .invitation, on: visit))
        } catch let refused as Refused {
            return .page(try await page(on: visit, signedIn, refused: refused), refusing: refused)
        }
    }

    private static func page(
        on visit: Visit, _ signedIn: SignedInPerson, refused: Refused? = nil
    ) async throws -> Page {
        let form = visit.form
        let templates = try await visit.plumbline.permissionTemplates(of: signedIn.company.id)
        let refusal: HTML =
            refused.map { .refusal($0.refusals, title: "Nobody was added", meaning: "Nothing was stored.") }
            ?? .nothing
        guard !templates.isEmpty else {
            return Page(
                "Add a person", section: .directory, isPlain: true, refusal,
                .emptyState(
                    "There is no permission template", "Whoever is added is put on one, so one is made first.",
                    next: .p(.buttonLink(Site.newTemplate.link, isMain: true, "New template"))),
                .p(.a(Site.directory.link, "Back to the Directory")))
        }
        let names = templates.map { (value: $0.name, title: $0.title) }
        // Where nothing is the least, nothing is chosen beforehand: the first by its name may be anything.
        let hasViewer = templates.contains { $0.name == "viewer" }
        return Page(
            "Add a person", section: .directory, isPlain: true, refusal,
            .form(
                to: Site.addPerson.link, on: visit, class: "form card",
                .field(FormField(name: "name", label: "Name", value: form["name"] ?? "")),
                .field(
                    FormField(
                        name: "email", label: "E-mail address", kind: .email,
                        hint: "They sign in with it. No mail is sent.", value: form["email"] ?? "")),
                .field(
                    FormField(
                        name: "template", label: "Permission template",
                        kind: .choice(hasViewer ? names : [(value: "", title: "Choose one")] + names),
                        hint: "What they may do at first. Levels and rights can be set one by one afterwards.",
                        value: form["template"] ?? "viewer")),
                .button("Add and make an invitation link", .main)),
            .p(
                .a(Site.templates.link, "What the templates say"), " · ",
                .a(Site.directory.link, "Back to the Directory")))
    }
}
