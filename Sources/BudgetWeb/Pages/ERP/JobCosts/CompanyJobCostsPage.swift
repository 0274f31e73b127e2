import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The Job Costs tab: the reports of all jobs in one table, each leading to its own.
enum CompanyJobCostsPage {
    static let route = PageRoute.signedIn(Site.erpJobCosts, get: show, post: update)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let query = ListQuery(visit, at: Site.erpJobCosts.link)
        let costs = try await visit.plumbline.companyJobCosts(
            page: query.page, in: signedIn.company.id, by: signedIn.person.id)
        let pages = max(1, (costs.projects + Plumbline.jobCostsAtOnce - 1) / Plumbline.jobCostsAtOnce)
        let page = PageOfList(
            number: min(query.page, pages), rowsPerPage: Plumbline.jobCostsAtOnce, rows: costs.projects)
        let update = HTML.form(to: Site.erpJobCosts.link, on: visit, .button("Update Job Costs"))
        return .page(
            ERPTab.jobCosts.page(
                beside: update, .facts([("Costs read", costs.costsReadAt.map { .moment($0) } ?? "not yet")]),
                costs.rows.isEmpty
                    ? .emptyState("No job yet", "A project shows here once it is linked with a job in QuickBooks.")
                    : try table(costs.rows, signedIn.company.currency),
                .pager(page) { query.link(page: $0) }))
    }

    @Sendable private static func update(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        try await visit.plumbline.requestJobCosts(in: signedIn.company.id, by: signedIn.person.id)
        return .seeOther(Site.erpJobCosts.link, flash: .jobCostsRequested)
    }

    private static func table(_ rows: [ProjectJobCosts], _ currency: Currency) throws -> HTML {
        .table(
            "Job costs by job, amounts in \(currency.code)",
            [
                .text("Project"), .text("Name"), .number("Original Estimate"), .number("Budget Changes"),
                .number("Typed in QuickBooks"), .number("Revised Estimate"), .number("Job to Date Cost"),
                .number("Committed"), .number("Of it uncoded"),
            ],
            rows: try rows.map { row in
                [
                    .a(Site.jobCosts.link(row.project.number), .text(row.project.number)), .text(row.project.name),
                    .money(row.total.originalEstimate), .money(row.total.budgetChanges),
                    .money(row.total.otherEstimateLines), .money(try row.total.revisedEstimate()),
                    .money(row.total.jobToDateCost), .money(row.total.committed), .money(row.uncoded.jobToDateCost),
                ]
            })
    }
}
