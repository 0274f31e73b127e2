import BudgetDomain
import BudgetOperations

/// What the Jobs tab lists: projects, and jobs of QuickBooks that no project has.
enum JobRow {
    case project(Project)
    case listed(ListedJob)

    /// What the search looks at.
    var texts: [String] {
        switch self {
        case .project(let project): [project.number, project.name, project.job.reference?.fullName ?? ""]
        case .listed(let job): [job.fullName]
        }
    }
}

/// The filters of the Jobs tab.
enum JobFilter: String, ListFilter {
    case toImport = "import"
    case ready, requested, failed, synced, attention, outside

    var title: String {
        switch self {
        case .toImport: "Ready to Import"
        case .ready: "Ready to Export"
        case .requested: "Requested"
        case .failed: "Failed to Export"
        case .synced: "Synced"
        case .attention: "Needs attention"
        case .outside: "Not integrated"
        }
    }

    func holds(_ row: JobRow) -> Bool {
        guard case .project(let project) = row else { return self == .toImport }
        guard project.isERPIntegrated else { return self == .outside }
        return switch SyncStage(project.job) {
        case .ready: self == .ready
        case .requested: self == .requested
        case .failed: self == .failed
        case .synced: self == .synced
        case .needsAttention: self == .attention
        }
    }
}
