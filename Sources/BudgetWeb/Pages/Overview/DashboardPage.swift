import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Where somebody lands who signs in.
enum DashboardPage {
    static let route = PageRoute.signedIn(Site.dashboard, get: show)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        .page(
            Page(
                "Dashboard", section: .dashboard,
                try await ProjectList.html(of: signedIn, on: visit, caption: "Projects of \(signedIn.company.name)")))
    }
}
