import BudgetDomain

/// Where a list entry stands with QuickBooks: a project as a job, a cost code as an item.
enum SyncStage: Hashable {
    case ready, requested, failed, synced
    /// There, but QuickBooks would take no line on it.
    case needsAttention

    init<Request>(_ sync: ListSync<Request>) {
        switch sync {
        case .notSynced: self = .ready
        case .requested: self = .requested
        case .failed: self = .failed
        case .synced(let reference): self = reference.condition == .usable ? .synced : .needsAttention
        }
    }

    var badge: (text: String, tone: BadgeTone) {
        switch self {
        case .ready: ("Ready to Export", .waiting)
        case .requested: ("Requested", .busy)
        case .failed: ("Failed to Export", .bad)
        case .synced: ("Synced", .good)
        case .needsAttention: ("Needs attention", .bad)
        }
    }
}

extension ListCondition {
    /// What it means for an export, and who mends it.
    var sentence: String {
        switch self {
        case .usable: "In QuickBooks and active."
        case .inactive: "Inactive in QuickBooks, which takes no line on it. A bookkeeper makes it active again."
        case .oneSided:
            "It has one account, so job costs would miss what is bought on it. A bookkeeper gives it both."
        }
    }
}
