import BudgetDomain
import BudgetOperations

/// What the Jobs tab lists: projects, and jobs of QuickBooks that no project has.
enum JobRow {
    case project(Project)
    case listed(ListedJob)
    case archived(ArchivedJob)

    /// What the search looks at.
    var texts: [String] {
        switch self {
        case .project(let project): [project.number, project.name, project.job.reference?.fullName ?? ""]
        case .listed(let job): [job.fullName]
        case .archived(let archived): [archived.job.fullName]
        }
    }
}

/// The filters of the Jobs tab.
enum JobFilter: String, ListFilter {
    case toImport = "import"
    case ready
    case toUpdate = "update"
    case requested, failed, synced, archived, attention, outside

    var title: String {
        switch self {
        case .toImport: "Ready to Import"
        case .ready: "Ready to Export"
        case .toUpdate: "Ready to Update"
        case .requested: "Requested"
        case .failed: "Failed to Export"
        case .synced: "Synced"
        case .archived: "Archived"
        case .attention: "Needs attention"
        case .outside: "Not integrated"
        }
    }

    func holds(_ row: JobRow) -> Bool {
        switch row {
        case .listed: self == .toImport
        case .archived: self == .archived
        case .project(let project): self == Self.place(of: project)
        }
    }

    /// Each project has one: what keeps an export back comes before a name.
    private static func place(of project: Project) -> JobFilter {
        guard project.isERPIntegrated else { return .outside }
        switch SyncStage(project.job) {
        case .ready: return .ready
        case .requested: return .requested
        case .failed: return .failed
        case .synced: return project.jobRename == nil ? .synced : .toUpdate
        case .needsAttention: return .attention
        }
    }
}

extension Project {
    /// The filter that the project stands in, as a badge.
    var jobBadge: (text: String, tone: BadgeTone) {
        guard isERPIntegrated else { return ("Not integrated", .neutral) }
        let stage = SyncStage(job)
        if stage == .synced, jobRename != nil { return (JobFilter.toUpdate.title, .waiting) }
        return stage.badge
    }
}
