import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The Job Costs Report of one project.
enum ProjectJobCostsPage {
    static let route = PageRoute.signedIn(Site.jobCosts, get: show, post: update)

    /// Where the table stands on the page: far below the charts, whose bars lead to it.
    static let tableID: StaticString = "report"

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.jobCosts)
        let view = try await visit.plumbline.jobCosts(
            of: number, in: signedIn.company.id, by: signedIn.person.id)
        return .page(
            Page(
                "Job Costs of \(number)", section: .projects, beside: updateButton(number, signedIn, on: visit),
                .projectTabs(of: number, current: .jobCosts),
                try view.html(of: number, division: visit.query["division"])))
    }

    /// *Update Job Costs*.
    @Sendable private static func update(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        try await visit.plumbline.requestJobCosts(in: signedIn.company.id, by: signedIn.person.id)
        return .seeOther(Site.jobCosts.link(visit.part(Site.jobCosts)), flash: .jobCostsRequested)
    }

    private static func updateButton(_ number: String, _ signedIn: SignedInPerson, on visit: Visit) -> HTML {
        let refusals = signedIn.person.refusals(of: .viewERPLists)
        guard refusals.isEmpty else {
            return .button("Update Job Costs", id: "update-reason", refusedFor: refusals)
        }
        return .form(to: Site.jobCosts.link(number), on: visit, .button("Update Job Costs"))
    }
}
