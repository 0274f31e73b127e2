import BudgetDomain
import BudgetOperations
import MarkupBytes

/// What travels between the company and QuickBooks.
enum ERPIntegrationsPage {
    static let route = PageRoute.signedIn(Site.erpIntegrations, get: show)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        try signedIn.person.require(.viewERPLists)
        let connection = try await visit.plumbline.connection(of: signedIn.company.id)
        let state: HTML =
            connection.map {
                .facts([
                    ("Connection", .text($0.userName)), ("Company file", .text($0.boundCompany ?? "not bound yet")),
                ])
            }
            ?? .emptyState(
                "No QuickBooks connection", "Whoever runs the server sets one up.",
                next: .p(.code("plumbline connector add")))
        return .page(Page("ERP Integrations", section: .erpIntegrations, state))
    }
}
