import BudgetDomain
import BudgetOperations

/// *Filter Estimates By*: where a budget's present export stands.
enum ExportFilter: String, ListFilter {
    case ready, differs, failed, exporting, synced, returned, all

    var title: String {
        switch self {
        case .ready: "Ready to Export"
        case .differs: "Differs"
        case .failed: "Failed to Export"
        case .exporting: "Exporting"
        case .synced: "Synced"
        case .returned: "Returned"
        case .all: "All"
        }
    }

    /// What the list is called, and what it means that it is empty.
    var caption: String {
        switch self {
        case .ready: "Budgets Ready to Be Exported"
        case .differs: "Budgets that QuickBooks does not hold as accepted"
        case .failed: "Budgets that failed to export"
        case .exporting: "Budgets on their way to QuickBooks, or not read back yet"
        case .synced: "Budgets synced with QuickBooks"
        case .returned: "Budgets that were rejected or retrieved"
        case .all: "All budgets that were sent"
        }
    }

    func holds(_ summary: ExportSummary) -> Bool {
        self == .all || self == Self.of(summary.export.state)
    }

    static func of(_ state: ExportState) -> ExportFilter {
        switch state {
        case .readyToExport, .invalid: .ready
        case .mismatched: .differs
        case .failedToExport: .failed
        case .exporting, .awaitingJobCosts, .rewriting: .exporting
        case .synced: .synced
        case .rejected, .retrieved: .returned
        }
    }
}

extension [ExportSummary] {
    /// Of newest-first exports, the one of each budget that matters now: the open one, or else the latest that was
    /// meant for QuickBooks.
    var present: [ExportSummary] {
        var seen: Set<String> = []
        let open = Set(filter(\.export.state.isOpen).map(\.projectNumber))
        return filter { summary in
            guard summary.export.state.isOpen || (summary.travels && !open.contains(summary.projectNumber)) else {
                return false
            }
            return seen.insert(summary.projectNumber).inserted
        }
    }
}
