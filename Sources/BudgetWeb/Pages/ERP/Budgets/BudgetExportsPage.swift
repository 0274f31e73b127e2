import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The Budget tab: where the export of each budget stands.
enum BudgetExportsPage {
    static let route = PageRoute.signedIn(Site.erpBudgets, get: show)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let all = try await visit.plumbline.exports(of: signedIn.company.id, by: signedIn.person.id).present
        let query = ListQuery(visit, at: Site.erpBudgets.link)
        let list = FilteredList<ExportFilter>(all, query: query, usual: .ready) {
            [$0.projectNumber, $0.projectName, $0.sentByName]
        }
        return .page(
            ERPTab.budget.page(
                list.tabs("Filter Estimates By"), query.searchForm("Search budgets"),
                list.current == .ready && list.page.rows > 1
                    ? .p(.a(Site.erpSeveral.link, "Export several at once")) : .nothing,
                list.rows.isEmpty ? empty(list, of: all) : table(list, signedIn), list.pager))
    }

    private static func table(_ list: FilteredList<ExportFilter>, _ signedIn: SignedInPerson) -> HTML {
        .table(
            "\(list.current.caption), amounts in \(signedIn.company.currency.code)",
            [
                .text("Project"), .text("Name"), .number("Export"), .text("Status"), .text("Sent by"), .text("Sent"),
                .number("Transactions"), .number("Total"), .text("Details"),
            ],
            rows: list.rows.map { row($0, in: list.current) })
    }

    private static func row(_ summary: ExportSummary, in filter: ExportFilter) -> [HTML] {
        let link = Site.erpBudget.link(summary.projectNumber).with("filter", filter.rawValue)
        let export = summary.export
        return [
            .text(summary.projectNumber), .text(summary.projectName), .text("\(export.number)"),
            ExportWords.badge(export), .text(summary.sentByName), .moment(export.sentAt),
            .text("\(summary.transactions)"), .money(summary.total),
            details(link, of: summary),
        ]
    }

    /// Marked for the script that moves along the rows by letters.
    private static func details(_ link: Link, of summary: ExportSummary) -> HTML {
        .tag(
            "a", [.named("href", link.text), .flag("data-row-link")], "Details",
            .tag("span", [.class("visually-hidden")], .text(" of \(summary.projectNumber)")))
    }

    private static func empty(_ list: FilteredList<ExportFilter>, of all: [ExportSummary]) -> HTML {
        guard !all.isEmpty else {
            return .emptyState(
                "No budget was sent yet", "A project manager locks a budget and sends it; then it waits here.",
                next: .p(.buttonLink(Site.projects.link, "Show the projects")))
        }
        return .emptyState("Nothing here", "No budget is in “\(list.current.title)”\(list.query.searched).")
    }
}
