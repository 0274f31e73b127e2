/// The pages of ERP Integrations and of the Job Costs Report.
enum ERPRoutes {
    static let all: [PageRoute] = [
        PageRoute.signedIn(Site.erpIntegrations, get: { _, _ in .seeOther(Site.erpBudgets.link) }),
        BudgetExportsPage.route, BudgetDetailsPage.route, ExportConfirmationPage.route, RejectionPage.route,
        ExportAgainAct.route, ComparisonPage.route, SeveralBudgetsPage.route, ExportPapers.evidenceRoute,
        ExportPapers.certificateRoute, JobsPage.route, JobPage.route,
        ListedJobPage.route, CostCodesPage.route, NewCostCodePage.route,
        ProjectJobCostsPage.route, JobCostsCSV.route, JobCostsCSV.companyRoute, JobCostsPDF.route,
        JobCostsPDF.companyRoute, JobCostDocumentsPage.route, CompanyJobCostsPage.route, ConnectionsPage.route,
        ConnectionsPage.qwcRoute, MoveConnectionPage.route, CompanySettingsPage.route, LogPage.route, SessionPage.route,
        RequestPage.route, TranscriptPage.route,
    ]
}
