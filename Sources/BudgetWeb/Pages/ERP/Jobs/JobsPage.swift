import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The Jobs tab: which project is which job in QuickBooks.
enum JobsPage {
    static let route = PageRoute.signedIn(Site.erpJobs, get: show)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        try signedIn.person.require(.viewERPLists)
        let all = try await visit.plumbline.projects(of: signedIn.company.id)
        let query = ListQuery(visit, at: Site.erpJobs.link)
        let list = FilteredList<JobFilter>(all, query: query, usual: .ready) {
            [$0.project.number, $0.project.name, $0.project.job.reference?.fullName ?? ""]
        }
        let table = HTML.table(
            "Projects: \(list.current.title)",
            [.text("Project"), .text("Name"), .text("Status"), .text("In QuickBooks"), .text("Open")],
            rows: list.rows.map { row($0.project) })
        return .page(
            ERPTab.jobs.page(
                titled: "ERP Integrations", list.tabs("Filter jobs"), query.searchForm("Search jobs"),
                list.rows.isEmpty
                    ? .emptyState("Nothing here", "No project is in “\(list.current.title)” with these words.") : table,
                list.pager))
    }

    private static func row(_ project: Project) -> [HTML] {
        let (text, tone) = project.isERPIntegrated ? SyncStage(project.job).badge : ("Not integrated", .neutral)
        return [
            .text(project.number), .text(project.name), .badge(text, tone), .text(JobWords.sentence(project.job)),
            .a(
                Site.erpJob.link(project.number), "Open",
                .tag("span", [.class("visually-hidden")], .text(" \(project.number)"))),
        ]
    }
}

/// How a project stands with its job, in words.
enum JobWords {
    static func sentence(_ job: ListSync<JobRequest>) -> String {
        switch job {
        case .notSynced: "–"
        case .requested(.createUnder(let customer)): "a new job under \(customer), at the next call"
        case .requested(.linkTo(let fullName)): "to be linked with \(fullName), at the next call"
        case .failed(_, let fault): fault.text
        case .synced(let reference): reference.fullName
        }
    }
}
