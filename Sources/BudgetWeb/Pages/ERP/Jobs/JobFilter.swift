import BudgetDomain
import BudgetOperations

/// The filters of the Jobs tab. QuickBooks' list of jobs is not read, so there is none of jobs to import.
enum JobFilter: String, ListFilter {
    case ready, requested, failed, synced, attention, outside

    var title: String {
        switch self {
        case .ready: "Ready to Export"
        case .requested: "Requested"
        case .failed: "Failed to Export"
        case .synced: "Synced"
        case .attention: "Needs attention"
        case .outside: "Not integrated"
        }
    }

    func holds(_ summary: ProjectSummary) -> Bool {
        guard summary.project.isERPIntegrated else { return self == .outside }
        return switch SyncStage(summary.project.job) {
        case .ready: self == .ready
        case .requested: self == .requested
        case .failed: self == .failed
        case .synced: self == .synced
        case .needsAttention: self == .attention
        }
    }
}
