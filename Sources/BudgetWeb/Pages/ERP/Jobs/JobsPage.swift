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
        let rows: [JobRow] =
            projects.map(JobRow.project) + jobs.readyToImport.map(JobRow.listed) + jobs.archived.map(JobRow.archived)
        let list = FilteredList<JobFilter>(rows, query: query, usual: .ready, texts: \.texts)
        return .page(
            ERPTab.jobs.page(
                titled: "ERP Integrations", list.tabs("Filter jobs"),
                list.current == .toImport ? reading(of: jobs, on: visit) : .nothing,
                query.searchForm("Search jobs"), content(list, of: jobs), list.pager))
    }

    @Sendable private static func requestList(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        try await visit.plumbline.requestJobList(in: signedIn.company.id, by: signedIn.person.id)
        return .seeOther(readyToImport, flash: .jobListRequested)
    }

    /// Where the list is asked for.
    static var readyToImport: Link { Site.erpJobs.link.with("filter", JobFilter.toImport.rawValue) }

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

    private static func content(_ list: FilteredList<JobFilter>, of jobs: JobList) -> HTML {
        let filter = list.current
        guard !list.rows.isEmpty else {
            let isOfTheList = filter == .toImport || filter == .archived
            guard isOfTheList, jobs.readAt == nil else { return .emptyState("Nothing here", emptySentence(of: list)) }
            return neverRead(jobs, in: filter)
        }
        let kind = filter == .toImport || filter == .archived ? "Jobs" : "Projects"
        return .table("\(kind): \(filter.title)", columns(of: filter), rows: list.rows.map { cells($0, in: filter) })
    }

    /// A list that was never read says nothing of what QuickBooks has.
    private static func neverRead(_ jobs: JobList, in filter: JobFilter) -> HTML {
        let sentence = "QuickBooks' list of customers and jobs was not read yet."
        guard jobs.requestedAt == nil else {
            return .emptyState(
                "Nothing here", "\(sentence) It is asked for, and comes with the Web Connector's next session.")
        }
        guard filter == .toImport else {
            return .emptyState("Nothing here", sentence, next: .p(.a(readyToImport, "Read from QuickBooks")))
        }
        return .emptyState("Nothing here", "\(sentence) Press Read from QuickBooks, above.")
    }

    private static func emptySentence(of list: FilteredList<JobFilter>) -> String {
        switch list.current {
        case .toImport:
            "No job of QuickBooks' list is without a project, as it was last read\(list.query.searched)."
        case .archived: "No job of QuickBooks' list is archived, as it was last read\(list.query.searched)."
        case .ready, .toUpdate, .requested, .failed, .synced, .attention, .outside:
            "No project is in “\(list.current.title)”\(list.query.searched)."
        }
    }

    private static func columns(of filter: JobFilter) -> [TableColumn] {
        switch filter {
        case .toImport: [.text("Customer:Job"), .text("Kind"), .text("Open")]
        case .archived: [.text("Customer:Job"), .text("Kind"), .text("Archived by"), .text("Archived"), .text("Open")]
        case .toUpdate: [.text("Project"), .text("Name"), .text("The job was"), .text("The job is"), .text("Open")]
        case .ready, .requested, .failed, .synced, .attention, .outside:
            [.text("Project"), .text("Name"), .text("Status"), .text("In QuickBooks"), .text("Open")]
        }
    }

    private static func cells(_ row: JobRow, in filter: JobFilter) -> [HTML] {
        switch row {
        case .project(let project):
            let name: [HTML] = [.text(project.number), .text(project.name)]
            return name + standing(of: project, in: filter)
                + [open(Site.erpJob.link(project.number), project.number)]
        case .listed(let job):
            return names(of: job) + [open(Site.erpListedJob.link(job.listID), job.fullName)]
        case .archived(let archived):
            let job = archived.job
            let archiving: [HTML] = [.text(archived.archivedBy), .moment(archived.archivedAt)]
            return names(of: job) + archiving + [open(Site.erpListedJob.link(job.listID), job.fullName)]
        }
    }

    private static func names(of job: ListedJob) -> [HTML] {
        [.text(job.fullName), .text(job.isCustomer ? "Customer" : "Job")]
    }

    private static func standing(of project: Project, in filter: JobFilter) -> [HTML] {
        if filter == .toUpdate, let rename = project.jobRename { return [.text(rename.from), .text(rename.to)] }
        let (text, tone) = project.jobBadge
        return [.badge(text, tone), .text(JobWords.sentence(project.job))]
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
