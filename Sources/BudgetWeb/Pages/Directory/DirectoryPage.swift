import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Who is in the company, and what they may do.
enum DirectoryPage {
    static let route = PageRoute.signedIn(Site.directory, get: show)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let directory = try await visit.plumbline.directory(of: signedIn.company.id, by: signedIn.person.id)
        let query = DirectoryQuery(visit)
        let found = query.found(in: directory)
        let (rows, page) = query.part(of: found.filter(query.group.holds))
        return .page(
            Page(
                "Directory", section: .directory, beside: acts(for: signedIn.person),
                filters(query, directory), groups(query, found), list(rows, query, directory, of: signedIn),
                .pager(page) { query.link(group: query.group, page: $0) }))
    }

    private static func acts(for person: Person) -> HTML {
        let refusals = person.refusals(of: .manageDirectory)
        let add =
            refusals.isEmpty
            ? HTML.buttonLink(Site.addPerson.link, isMain: true, "Add a person")
            : .button("Add a person", id: "why-not-add", refusedFor: refusals)
        return .tag("div", [.class("row")], .buttonLink(Site.templates.link, "Permission templates"), add)
    }

    private static func filters(_ query: DirectoryQuery, _ directory: Directory) -> HTML {
        let listsActive = query.group != .deactivated
        let people = directory.entries.map(\.person).filter { $0.isActive == listsActive }.map(\.permissions)
        let levels = Tool.allCases.flatMap { tool in
            AccessLevel.allCases.map { level in
                let count = people.count { $0.level(of: tool) == level }
                return (value: DirectoryQuery.option(tool, level), title: "\(tool.title): \(level.title) (\(count))")
            }
        }
        let templates = directory.templates.map { template in
            let count = people.count { $0 == template.permissions }
            return (value: template.name, title: "\(template.title) (\(count))")
        }
        let group: (name: StaticString, value: String) = ("group", query.group.rawValue)
        let kept = query.group == .active ? [] : [group]
        return .filterForm(
            to: Site.directory.link, search: "Name or e-mail", words: query.words,
            [
                FilterChoice(
                    name: "level", label: "Level", options: [(value: "", title: "Any level")] + levels,
                    chosen: query.level),
                FilterChoice(
                    name: "template", label: "Template", options: [(value: "", title: "Any template")] + templates,
                    chosen: query.template),
            ], kept: kept)
    }

    private static func groups(_ query: DirectoryQuery, _ found: [DirectoryEntry]) -> HTML {
        .tabs(
            "Groups of people",
            DirectoryQuery.Group.allCases.map { group in
                LinkTab(
                    title: group.title, link: query.link(group: group), isCurrent: group == query.group,
                    count: found.count(where: group.holds))
            })
    }

    private static func list(
        _ rows: [DirectoryEntry], _ query: DirectoryQuery, _ directory: Directory, of signedIn: SignedInPerson
    ) -> HTML {
        guard !rows.isEmpty else {
            return .emptyState(
                "Nobody here", "No one in \(signedIn.company.name) is what you look for.",
                next: .p(.buttonLink(Site.directory.link, "Show all who are active")))
        }
        return query.group == .deactivated ? leavers(rows) : people(rows, query, directory)
    }

    private static func leavers(_ rows: [DirectoryEntry]) -> HTML {
        .table(
            DirectoryQuery.Group.deactivated.title,
            [.text("Name"), .text("E-mail address"), .text("Deactivated"), .text("By")],
            rows: rows.map(\.person).compactMap { person in
                person.deactivation.map { deactivation in
                    [
                        .a(Site.person.link(person.id.text), .text(person.name)), .text(person.email),
                        .moment(deactivation.at), .text(deactivation.by),
                    ]
                }
            })
    }

    private static func people(_ rows: [DirectoryEntry], _ query: DirectoryQuery, _ directory: Directory) -> HTML {
        .table(
            query.group.title,
            [.text("Name"), .text("E-mail address")] + Tool.allCases.map { .text($0.title) }
                + [.text("Template"), .text("Accounting")],
            rows: rows.map { entry in
                let person = entry.person
                let template = directory.templates.of(person.permissions)
                return [.a(Site.person.link(person.id.text), .text(person.name)), .text(person.email)]
                    + Tool.allCases.map { .level(person.permissions.level(of: $0)) }
                    + [template.map { .text($0.title) } ?? .tag("span", [.class("quiet")], "Own levels"), badge(entry)]
            })
    }

    private static func badge(_ entry: DirectoryEntry) -> HTML {
        if entry.person.isAccountingApprover { return .badge("Accounting approver", .good) }
        if entry.asksForPrivilege { return .badge("Asks for the privilege", .waiting) }
        return entry.person.canPushToAccounting ? .badge("Can Push, level too low", .neutral) : "–"
    }
}
