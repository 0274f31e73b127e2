import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The Jobs tab: which project is which job in QuickBooks, and which jobs have no project yet.
enum JobsPage {
    static let route = PageRoute.signedIn(Site.erpJobs, get: show, post: requestList)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        try signedIn.person.require(.viewERPLists)
        let jobs = try await visit.plumbline.jobList(of: signedIn.company.id)
        let projects = try await visit.plumbline.projects(of: signedIn.company.id).map(\.project)
        let query = ListQuery(visit, at: Site.erpJobs.link)
        let list = FilteredList<JobFilter>(
            projects.map { .project($0) } + jobs.readyToImport.map { .listed($0) }, query: query, usual: .ready,
            texts: \.texts)
        return .page(
            ERPTab.jobs.page(
                titled: "ERP Integrations", list.tabs("Filter jobs"),
                list.current == .toImport ? reading(of: jobs, on: visit) : .nothing,
                query.searchForm("Search jobs"), content(list), list.pager))
    }

    @Sendable private static func requestList(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        try await visit.plumbline.requestJobList(in: signedIn.company.id, by: signedIn.person.id)
        return .seeOther(
            Site.erpJobs.link.with("filter", JobFilter.toImport.rawValue), flash: .jobListRequested)
    }

    /// When the list was read, and the way to have it read again.
    private static func reading(of jobs: JobList, on visit: Visit) -> HTML {
        let requested = jobs.requestedAt.map { [("Asked for", HTML.moment($0))] } ?? []
        return [
            .facts([("QuickBooks' list read", jobs.readAt.map { .moment($0) } ?? "not yet")] + requested),
            jobs.problem.map { .notice("The list was not read", .waiting, .p(.text($0)), .p("Ask for it again.")) }
                ?? .nothing,
            .form(to: Site.erpJobs.link, on: visit, .button("Read from QuickBooks")),
        ]
    }

    private static func content(_ list: FilteredList<JobFilter>) -> HTML {
        guard !list.rows.isEmpty else {
            let sentence =
                list.current == .toImport
                ? "No job of QuickBooks' list is without a project, in what was last read and with these words."
                : "No project is in “\(list.current.title)” with these words."
            return .emptyState("Nothing here", sentence)
        }
        if list.current == .toImport {
            return .table(
                "Jobs: \(list.current.title)", [.text("Customer:Job"), .text("Kind"), .text("Open")],
                rows: list.rows.map(row))
        }
        return .table(
            "Projects: \(list.current.title)",
            [.text("Project"), .text("Name"), .text("Status"), .text("In QuickBooks"), .text("Open")],
            rows: list.rows.map(row))
    }

    private static func row(_ row: JobRow) -> [HTML] {
        switch row {
        case .project(let project):
            let (text, tone) = project.isERPIntegrated ? SyncStage(project.job).badge : ("Not integrated", .neutral)
            return [
                .text(project.number), .text(project.name), .badge(text, tone),
                .text(JobWords.sentence(project.job)), open(Site.erpJob.link(project.number), project.number),
            ]
        case .listed(let job):
            return [
                .text(job.fullName), .text(job.isCustomer ? "Customer" : "Job"),
                open(Site.erpListedJob.link(job.listID), job.fullName),
            ]
        }
    }

    private static func open(_ link: Link, _ name: String) -> HTML {
        .a(link, "Open", .tag("span", [.class("visually-hidden")], .text(" \(name)")))
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
