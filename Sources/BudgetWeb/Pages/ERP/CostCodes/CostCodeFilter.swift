import BudgetDomain
import BudgetOperations

/// *Filter Standard Cost Codes By*.
enum CostCodeFilter: String, ListFilter {
    case ready, requested, failed, synced, attention

    var title: String {
        switch self {
        case .ready: "Ready to Export"
        case .requested: "Requested"
        case .failed: "Failed to Export"
        case .synced: "Synced"
        case .attention: "Needs attention"
        }
    }

    func holds(_ standing: CostCodeStanding) -> Bool {
        switch SyncStage(standing.item) {
        case .ready: self == .ready
        case .requested: self == .requested
        case .failed: self == .failed
        case .synced: self == .synced
        case .needsAttention: self == .attention
        }
    }
}
