import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The permission templates, and the way to make one.
enum TemplatesPage {
    static let route = PageRoute.signedIn(Site.templates, get: show)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let directory = try await visit.plumbline.directory(of: signedIn.company.id, by: signedIn.person.id)
        let own = directory.active.count { directory.templates.of($0.person.permissions) == nil }
        return .page(
            Page(
                "Permission templates", section: .directory, beside: acts(for: signedIn.person),
                .p(
                    """
                    A template is a set of levels and rights with a name. Somebody on a template has exactly what it \
                    says; on a project that sets its own levels, those hold.
                    """),
                directory.templates.isEmpty
                    ? .emptyState(
                        "There is no template", "A new one says what a kind of work needs. People are put on it then.")
                    : table(of: directory, signedIn.company.name),
                .p("\(own) \(own == 1 ? "person has" : "people have") levels of their own.")))
    }

    private static func acts(for person: Person) -> HTML {
        let refusals = person.refusals(of: .manageDirectory)
        let make =
            refusals.isEmpty
            ? HTML.buttonLink(Site.newTemplate.link, isMain: true, "New template")
            : .button("New template", id: "why-not-new", refusedFor: refusals)
        return .tag("div", [.class("row")], .buttonLink(Site.directory.link, "Back to the Directory"), make)
    }

    private static func table(of directory: Directory, _ company: String) -> HTML {
        .table(
            "Templates of \(company)",
            [.text("Template")] + Tool.allCases.map { .text($0.title) }
                + [.text("Rights of the Budget tool"), .number("People")],
            rows: directory.templates.map { template in
                [.a(template.link(), .text(template.title))]
                    + Tool.allCases.map { .level(template.permissions.level(of: $0)) }
                    + [.text(template.permissions.rightsText), count(directory.people(on: template))]
            })
    }

    private static func count(_ people: [DirectoryEntry]) -> HTML { .text("\(people.count)") }
}

extension Directory {
    func people(on template: PermissionTemplate) -> [DirectoryEntry] {
        active.filter { $0.person.permissions == template.permissions }
    }
}
