import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Where somebody lands who signs in: what waits for them, and how the exports and the costs stand.
enum DashboardPage {
    static let route = PageRoute.signedIn(Site.dashboard, get: show)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let dashboard = try await visit.plumbline.dashboard(of: signedIn.company.id, by: signedIn.person.id)
        return .page(
            Page(
                "Dashboard", section: .dashboard, beside: .buttonLink(Site.projects.link, "All projects"),
                WaitingTable.html(dashboard), ConnectorCard.html(dashboard.connection, signedIn.person, now: visit.now),
                ClosedBudgets.html(dashboard.closed, dashboard.connection, for: signedIn.person),
                ProjectsByRemaining.html(
                    dashboard, in: signedIn.company, for: signedIn.person)))
    }
}

extension HTML {
    /// That a list goes on, where its rest is.
    static func rest(of unshown: Int, _ link: Link, _ words: String) -> HTML {
        unshown == 0 ? .nothing : .p(.a(link, .text("\(unshown) more \(words)")))
    }
}
