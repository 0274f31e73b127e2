import BudgetDomain
import BudgetOperations

/// The list of projects by where their budgets stand.
enum ProjectFilter: String, ListFilter {
    case all
    case notInERP = "not-in-erp"
    case ready
    case exporting
    case failed
    case rejected
    case invalid
    case synced

    typealias Row = ProjectSummary

    var title: String { status?.rawValue ?? "All" }

    func holds(_ row: ProjectSummary) -> Bool { status.map { $0 == row.erpStatus } ?? true }

    private var status: ERPStatus? {
        switch self {
        case .all: nil
        case .notInERP: .notInERP
        case .ready: .readyToExport
        case .exporting: .exporting
        case .failed: .failedToExport
        case .rejected: .rejected
        case .invalid: .invalid
        case .synced: .synced
        }
    }
}
