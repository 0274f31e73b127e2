import BudgetDomain
import BudgetOperations
import MarkupBytes

/// One permission template with the people on it, and the ways to change and to delete it.
enum TemplatePage {
    static let route = PageRoute.signedIn(Site.template, get: show)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let view = try await TemplateView.load(visit.query["template"], visit, signedIn)
        let (template, people) = (view.template, view.active)
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
                    .facts(levels + [("Rights of the Budget tool", .text(template.permissions.rightsText))]),
                    acts(on: template, for: signedIn.person)),
                people.isEmpty
                    ? .emptyState(
                        "Nobody is on it", "A Directory Admin puts people on it on their page in the Directory.")
                    : .table("People on it", [.text("Name"), .text("E-mail address")], rows: Array(shown)),
                people.count > shown.count
                    ? .p(.a(everyone, "All \(people.count) people on it")) : .nothing))
    }

    private static func acts(on template: PermissionTemplate, for person: Person) -> HTML {
        let refusals = person.refusals(of: .manageDirectory)
        guard refusals.isEmpty else {
            return .button("Change or delete it", id: "why-not-change", refusedFor: refusals)
        }
        return .tag(
            "div", [.class("row")], .buttonLink(template.link(to: Site.templateChange), isMain: true, "Change it"),
            .buttonLink(template.link(to: Site.templateDeletion), "Delete it …"))
    }
}

/// A permission template with the people on it.
struct TemplateView {
    let template: PermissionTemplate
    let active: [DirectoryEntry]
    private let deactivated: Int

    /// The one of that name: of this company, or there is no such page.
    static func load(
        _ name: String?, _ visit: Visit, _ signedIn: SignedInPerson
    ) async throws -> TemplateView {
        let directory = try await visit.plumbline.directory(of: signedIn.company.id, by: signedIn.person.id)
        guard let template = directory.templates.first(where: { $0.name == name }) else {
            throw PageProblem.noSuch("permission template “\(name ?? "")”")
        }
        let deactivated = directory.entries.count {
            !$0.person.isActive && $0.person.permissions == template.permissions
        }
        return TemplateView(
            template: template, active: directory.people(on: template), deactivated: deactivated)
    }

    /// - Parameters:
    ///   - one: what is said of one person, such as "gets what it says".
    ///   - several: the same of several.
    func sentence(of one: String, _ several: String) -> String {
        let people = active.count + deactivated
        switch people {
        case 0: return "Nobody is on it."
        case 1:
            let who = deactivated == 0 ? "" : ", who is deactivated,"
            return "1 person is on it\(who) and \(one)."
        case _:  // default: several
            let who = deactivated == 0 ? "" : ", \(deactivated) of them deactivated,"
            return "\(people) people are on it\(who) and \(several)."
        }
    }
}
