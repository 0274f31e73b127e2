/// The pages of projects and their budgets.
enum ProjectRoutes {
    static let all: [PageRoute] = BudgetActs.routes + ERPStatusPage.routes
}
