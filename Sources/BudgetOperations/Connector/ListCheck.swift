package import BudgetDomain

/// Jobs and items by QuickBooks' own ids.
package struct ListIDs: Codable, Hashable, Sendable {
    package var jobs: [String]
    package var items: [String]

    package init(jobs: [String] = [], items: [String] = []) {
        self.jobs = jobs
        self.items = items
    }

    package var isEmpty: Bool { jobs.isEmpty && items.isEmpty }

    /// The most of each kind that one request asks for.
    package static let most = 1_000
    /// How long what cannot be used is left alone before a session looks whether somebody has mended it.
    static let unusableAgeSeconds: Int64 = 10 * 60
}

/// What QuickBooks says of jobs and items that were asked for by their ids.
package struct ListCheck: Hashable, Sendable {
    /// By ListID.
    package var jobs: [String: Finding]
    package var items: [String: Finding]

    package init(jobs: [String: Finding] = [:], items: [String: Finding] = [:]) {
        self.jobs = jobs
        self.items = items
    }

    package enum Finding: Hashable, Sendable {
        case found(fullName: String, ListCondition)
        /// Deleted, or merged into another: the id means nothing any more.
        case gone(ERPFault)
    }
}
