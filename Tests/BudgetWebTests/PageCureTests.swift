import BudgetDomain
import TestRefusals
import Testing

@testable import BudgetWeb

@Suite struct PageCureTests {
    /// What only whoever runs the server does.
    private static let onServerOnly: [(code: String, reason: String)] = [
        ("nobodyGrantsPrivilege", "the first grant is made where the server is, so that no page can make itself one"),
        ("noSuchCompany", "no page asks for a company by its name"),
        ("companyMustBeNamed", "no page asks for a company by its name"),
        ("noWebhook", "webhooks have no page"),
    ]

    @Test func `no page sends people to a command line for what a page does`() {
        let named = Refusal.samples.filter { $0.pageCure.contains("plumbline ") || $0.pageCure.contains(" --") }
        #expect(named.map(\.code) == Self.onServerOnly.map(\.code))
    }
}
