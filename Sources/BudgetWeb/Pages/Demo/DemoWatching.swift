import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Where to watch what becomes of what was done to QuickBooks: of every project that went there, and also when its
/// estimate is gone.
enum DemoWatching {
    static func html(for signedIn: SignedInPerson, among projects: [ProjectSummary]) -> HTML {
        let mayCompare = signedIn.person.refusals(of: .viewERPLists).isEmpty
        let watched = projects.filter { isInQuickBooks($0.erpStatus) }
        guard !watched.isEmpty, signedIn.person.refusals(of: .viewBudget).isEmpty else { return .nothing }
        let columns: [TableColumn] = [.text("Project"), .text("Its status"), .text("Its costs")]
        let comparison: [TableColumn] = mayCompare ? [.text("Accepted and found")] : []
        return .table(
            "Where to watch", columns + comparison, rows: watched.map { row(of: $0.project, mayCompare: mayCompare) })
    }

    private static func row(of project: Project, mayCompare: Bool) -> [HTML] {
        let number = project.number
        let links: [HTML] = [
            .text("\(number) \(project.name)"),
            .a(Site.erpStatus.link(number), .text("ERP status of \(number)")),
            .a(Site.jobCosts.link(number), .text("Job costs of \(number)")),
        ]
        let comparison: [HTML] =
            mayCompare ? [.a(Site.erpCompare.link(number), .text("Compare \(number)"))] : []
        return links + comparison
    }

    private static func isInQuickBooks(_ status: ERPStatus) -> Bool {
        switch status {
        case .exporting, .synced: true
        case .notInERP, .readyToExport, .failedToExport, .rejected, .invalid: false
        }
    }
}
