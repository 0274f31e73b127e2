import MarkupBytes

/// The pages of one project.
enum ProjectTab: CaseIterable {
    case overview, budget, modifications, erpStatus, jobCosts

    var title: String {
        switch self {
        case .overview: "Overview"
        case .budget: "Budget"
        case .modifications: "Budget Modifications"
        case .erpStatus: "ERP Status"
        case .jobCosts: "Job Costs"
        }
    }

    func link(of number: String) -> Link {
        switch self {
        case .overview: Site.project.link(number)
        case .budget: Site.budget.link(number)
        case .modifications: Site.modifications.link(number)
        case .erpStatus: Site.erpStatus.link(number)
        case .jobCosts: Site.jobCosts.link(number)
        }
    }
}

extension HTML {
    /// The way between the pages of a project.
    static func projectTabs(of number: String, current: ProjectTab?) -> HTML {
        .tabs(
            "Project \(number)",
            ProjectTab.allCases.map { tab in
                LinkTab(title: tab.title, link: tab.link(of: number), isCurrent: tab == current)
            })
    }
}
