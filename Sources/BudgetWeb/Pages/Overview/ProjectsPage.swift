import BudgetDomain
import BudgetOperations
import MarkupBytes

/// All projects of the company, by where their budgets stand.
enum ProjectsPage {
    static let route = PageRoute.signedIn(Site.projects, get: show)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let refusals = signedIn.person.refusals(of: .viewBudget)
        guard refusals.isEmpty else {
            return .page(
                Page("Projects", section: .projects, .refusal(refusals, title: "You do not see the budgets")))
        }
        let all = try await visit.plumbline.projects(of: signedIn.company.id)
        let query = ListQuery(visit, at: Site.projects.link)
        let list = FilteredList<ProjectFilter>(all, query: query, usual: .all) {
            [$0.project.number, $0.project.name]
        }
        return .page(
            Page(
                "Projects", section: .projects, beside: addButton(signedIn.person),
                list.tabs("Projects by ERP status"), query.searchForm("Search projects"),
                content(list, of: all, in: signedIn.company.currency), list.pager))
    }

    private static func content(
        _ list: FilteredList<ProjectFilter>, of all: [ProjectSummary], in currency: Currency
    ) -> HTML {
        if !list.rows.isEmpty { return ProjectList.table(list.rows, caption: "Projects", in: currency) }
        return all.isEmpty
            ? .emptyState("No project yet", "A Directory Admin adds the first one.")
            : .emptyState("Nothing here", "No project is in “\(list.current.title)”\(list.query.searched).")
    }

    private static func addButton(_ person: Person) -> HTML {
        let refusals = person.refusals(of: .manageDirectory)
        return refusals.isEmpty
            ? .buttonLink(Site.newProject.link, isMain: true, "Add project")
            : .button("Add project", id: "why-not-add", refusedFor: refusals)
    }
}
