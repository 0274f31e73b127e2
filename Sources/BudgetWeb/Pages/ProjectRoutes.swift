/// The pages of projects and their budgets.
enum ProjectRoutes {
    static let all: [PageRoute] =
        [
            NewProjectPage.route, ProjectPage.route, ProjectNamePage.route, ModificationsPage.route,
            ModificationPage.route, ImportPage.route,
        ]
        + [BudgetPage.route, BudgetCSV.route, NewBudgetLinePage.route] + BudgetLinePage.routes + BudgetStepForms.routes
        + BudgetActs.routes + ERPStatusPage.routes + NewModificationPage.routes
}
