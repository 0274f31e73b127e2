import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The parts of ERP Integrations.
enum ERPTab: CaseIterable {
    case jobs, costCodes, budget, jobCosts, connections, log

    var title: String {
        switch self {
        case .jobs: "Jobs"
        case .costCodes: "Standard Cost Codes"
        case .budget: "Budget"
        case .jobCosts: "Job Costs"
        case .connections: "Connections"
        case .log: "Log"
        }
    }

    var link: Link {
        switch self {
        case .jobs: Site.erpJobs.link
        case .costCodes: Site.erpCostCodes.link
        case .budget: Site.erpBudgets.link
        case .jobCosts: Site.erpJobCosts.link
        case .connections: Site.erpConnections.link
        case .log: Site.erpLog.link
        }
    }

    /// A page of this part, with the ways to the others above it.
    func page(titled title: String = "ERP Integrations", beside: HTML = .nothing, _ body: HTML...) -> Page {
        let tabs = ERPTab.allCases.map { LinkTab(title: $0.title, link: $0.link, isCurrent: $0 == self) }
        return Page(
            title, section: .erpIntegrations, beside: beside, .tabs("Parts of ERP Integrations", tabs),
            .fragment(body))
    }
}
