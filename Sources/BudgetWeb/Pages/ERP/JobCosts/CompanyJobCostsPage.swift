import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The Job Costs tab: the reports of all jobs in one table, each leading to its own.
enum CompanyJobCostsPage {
    static let route = PageRoute.signedIn(Site.erpJobCosts, get: show, post: update)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        try signedIn.person.require(.viewCompanyJobCosts)
        let job = visit.query["job"] ?? ""
        let content = job.isEmpty ? try await allJobs(visit, signedIn) : try await oneJob(job, visit, signedIn)
        let jobs = try await visit.plumbline.projects(of: signedIn.company.id).map(\.project)
            .filter { $0.job.reference != nil }
        let update = HTML.form(
            to: Site.erpJobCosts.link, on: visit, .hidden("job", job), .button("Update Job Costs"))
        return .page(
            ERPTab.jobCosts.page(beside: update, jobs.isEmpty ? .nothing : filter(by: jobs, current: job), content))
    }

    @Sendable private static func update(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        try await visit.plumbline.requestJobCosts(in: signedIn.company.id, by: signedIn.person.id)
        let job = visit.form["job"] ?? ""
        let link = Site.erpJobCosts.link
        return .seeOther(job.isEmpty ? link : link.with("job", job), flash: .jobCostsRequested)
    }

    /// *Filter By Job*.
    private static func filter(by jobs: [Project], current: String) -> HTML {
        let options =
            [(value: "", title: "All jobs")] + jobs.map { (value: $0.number, title: "\($0.number) \($0.name)") }
        return .tag(
            "form",
            [.class("search"), .named("method", "get"), .named("action", Site.erpJobCosts.link.text)],
            .field(
                FormField(
                    name: "job", label: "Filter By Job", kind: .choice(options), value: current, isRequired: false)),
            .button("Show"))
    }

    private static func oneJob(_ number: String, _ visit: Visit, _ signedIn: SignedInPerson) async throws -> HTML {
        try await visit.plumbline.jobCosts(of: number, in: signedIn.company.id, by: signedIn.person.id)
            .html(of: number, division: nil)
    }

    private static func allJobs(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> HTML {
        let query = ListQuery(visit, at: Site.erpJobCosts.link)
        let costs = try await visit.plumbline.companyJobCosts(
            page: query.page, in: signedIn.company.id, by: signedIn.person.id)
        guard !costs.rows.isEmpty else {
            return .emptyState("No job yet", "A project shows here once it is linked with a job in QuickBooks.")
        }
        let pages = max(1, (costs.projects + Plumbline.jobCostsAtOnce - 1) / Plumbline.jobCostsAtOnce)
        let page = PageOfList(
            number: min(query.page, pages), rowsPerPage: Plumbline.jobCostsAtOnce, rows: costs.projects)
        return [
            .facts([("Costs read", costs.costsReadAt.map { .moment($0) } ?? "not yet")]),
            try table(costs.rows, signedIn.company.currency), .pager(page) { query.link(page: $0) },
            .tag(
                "p", [.class("row")], .buttonLink(Site.erpJobCostsCSV.link, "Download CSV"),
                .buttonLink(Site.erpJobCostsPDF.link, "Download PDF")),
        ]
    }

    private static func table(_ rows: [ProjectJobCosts], _ currency: Currency) throws -> HTML {
        .table(
            "Job costs by job, amounts in \(currency.code)",
            JobCostsColumns.ofCompany,
            rows: try rows.map { row in
                [.a(Site.jobCosts.link(row.project.number), .text(row.project.number)), .text(row.project.name)]
                    + (try row.total.figures()).map { .money($0) } + [.money(row.uncoded.jobToDateCost)]
            })
    }
}
