import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The permission templates, and one of them with the people on it.
enum TemplatesPage {
    static let route = PageRoute.signedIn(Site.templates, get: show)
    static let oneRoute = PageRoute.signedIn(Site.template, get: showOne)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let directory = try await visit.plumbline.directory(of: signedIn.company.id, by: signedIn.person.id)
        let own = directory.active.count { directory.templates.of($0.person.permissions) == nil }
        return .page(
            Page(
                "Permission templates", section: .directory,
                beside: .buttonLink(Site.directory.link, "Back to the Directory"),
                .p(
                    """
                    A template is a set of levels and rights with a name. Somebody on a template has exactly what it \
                    says; on a project that sets its own levels, those hold.
                    """),
                .table(
                    "Templates of \(signedIn.company.name)",
                    [.text("Template")] + Tool.allCases.map { .text($0.title) }
                        + [.text("Rights of the Budget tool"), .number("People")],
                    rows: directory.templates.map { template in
                        [.a(Site.template.link(template.name), .text(template.title))]
                            + Tool.allCases.map { .level(template.permissions.level(of: $0)) }
                            + [.text(template.permissions.rightsText), count(directory.people(on: template))]
                    }),
                .p("\(own) \(own == 1 ? "person has" : "people have") levels of their own.")))
    }

    @Sendable private static func showOne(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let directory = try await visit.plumbline.directory(of: signedIn.company.id, by: signedIn.person.id)
        let name = visit.part(Site.template)
        guard let template = directory.templates.first(where: { $0.name == name }) else { throw PageProblem.notFound }
        let people = directory.people(on: template)
        let levels = Tool.allCases.map { tool in
            (name: tool.title, value: HTML.level(template.permissions.level(of: tool)))
        }
        let shown = people.prefix(DirectoryQuery.rowsPerPage).map { entry -> [HTML] in
            [.a(Site.person.link(entry.person.id.text), .text(entry.person.name)), .text(entry.person.email)]
        }
        let everyone = Site.directory.link.with("template", template.name)
        return .page(
            Page(
                template.title, section: .directory,
                beside: .buttonLink(Site.templates.link, "All templates"),
                .card(
                    "What it says",
                    .facts(levels + [("Rights of the Budget tool", .text(template.permissions.rightsText))])),
                people.isEmpty
                    ? .emptyState(
                        "Nobody is on it", "A Directory Admin puts people on it on their page in the Directory.")
                    : .table("People on it", [.text("Name"), .text("E-mail address")], rows: Array(shown)),
                people.count > shown.count
                    ? .p(.a(everyone, "All \(people.count) people on it")) : .nothing))
    }

    private static func count(_ people: [DirectoryEntry]) -> HTML { .text("\(people.count)") }
}

extension Directory {
    func people(on template: PermissionTemplate) -> [DirectoryEntry] {
        active.filter { $0.person.permissions == template.permissions }
    }
}
