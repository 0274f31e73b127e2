package import BudgetDomain

/// What waits for one person, and how the company's exports and costs stand.
package struct Dashboard: Hashable, Sendable {
    package let toSend: Listed<BudgetToSend>
    /// Exports that this person may accept or reject.
    package let toDecide: Listed<OpenExport>
    package let failed: Listed<OpenExport>
    package let differing: Listed<OpenExport>
    /// Of people who ask for *Can Push to Accounting*.
    package let requests: Listed<PrivilegeRequest>
    /// All budgets that this person sees and that an export keeps closed, those that are stuck first.
    package let closed: Listed<OpenExport>
    package let connection: Connection?
    /// What is furthest over its budget first.
    package let costs: Listed<ProjectCosts>
    /// How many projects have cost more than their budgets.
    package let projectsOver: Int

    package var waiting: Int {
        toSend.count + toDecide.count + failed.count + differing.count + requests.count
    }
}

/// The first rows of a list, and how many there are.
package struct Listed<Row: Hashable & Sendable>: Hashable, Sendable {
    package let rows: [Row]
    package let count: Int

    init(_ all: [Row], most: Int) {
        rows = Array(all.prefix(most))
        count = all.count
    }

    package var unshown: Int { count - rows.count }
}

/// A budget whose sender has something to do, or whoever locks it.
package struct BudgetToSend: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// An approver rejected it.
        case returned
        case neverSent
        /// It was locked or modified after it was last sent.
        case changed
        /// It has lines, and nobody has locked it.
        case open
    }

    package let projectNumber: String
    package let projectName: String
    package let reason: Reason
    /// When it was locked, modified or sent last; nil where it is open.
    package let since: Instant?
}

/// An export that keeps a budget closed.
package struct OpenExport: Hashable, Sendable {
    package let export: Export
    package let project: ID<Project>
    package let projectNumber: String
    package let projectName: String
    package let sentByName: String
    /// When the gate closed: when it was sent, or when QuickBooks was found changed after both were equal.
    package let closedSince: Instant
    /// Whether it is on its way for longer than a few calls of the Web Connector explain, since it was accepted or an
    /// approver decided on a difference.
    package let isStuck: Bool

    /// Longer than four usual intervals of the Web Connector.
    static let stuckAfterSeconds: Int64 = 60 * 60

    package var isUndecided: Bool {
        switch export.state {
        case .readyToExport, .invalid: true
        case .exporting, .awaitingJobCosts, .mismatched, .rewriting, .synced, .failedToExport, .rejected, .retrieved:
            false
        }
    }
}

/// A project's revised budget against what it has cost.
package struct ProjectCosts: Hashable, Sendable {
    package let projectNumber: String
    package let projectName: String
    package let revised: Money
    /// Without what is only committed.
    package let actual: Money
    /// Negative where the project is over its budget.
    package let remaining: Money
}
