package import BudgetDomain
import SQLDatabase

/// Everything that the budget page shows.
package struct BudgetView: Hashable, Sendable {
    package let project: Project
    /// Whoever looks, with the permissions in force on the project.
    package let viewer: Person
    package let standing: BudgetStanding
    /// What each line is worth, in the order of the lines.
    package let amounts: [BudgetAmounts]
    package let totals: BudgetAmounts
    package let erpStatus: ERPStatus
    package let restrictions: EditRestrictions
    /// What stands around the budget in the way of sending it, beyond its lock and its exports.
    package let missingForSend: [Refusal]
    /// By the cost type's code.
    package let costTypeNames: [String: String]
    /// Whether the last export was rejected, and the next would carry the same once more.
    package let isAsRejected: Bool

    package init(
        project: Project, viewer: Person, standing: BudgetStanding, amounts: [BudgetAmounts], totals: BudgetAmounts,
        erpStatus: ERPStatus, restrictions: EditRestrictions, missingForSend: [Refusal] = [],
        costTypeNames: [String: String], isAsRejected: Bool = false
    ) {
        self.project = project
        self.viewer = viewer
        self.standing = standing
        self.amounts = amounts
        self.totals = totals
        self.erpStatus = erpStatus
        self.restrictions = restrictions
        self.missingForSend = missingForSend
        self.costTypeNames = costTypeNames
        self.isAsRejected = isAsRejected
    }

    /// Why the act would be refused now; empty when it would not.
    package func refusals(of act: BudgetAct) -> [Refusal] {
        if let refusal = restrictions.refusal(of: act) { return [refusal] }
        return act == .send ? missingForSend : []
    }

    /// Why the act would be refused to whoever looks: what the budget forbids, what is missing, and what the person is
    /// not permitted. Empty when it would be done.
    package func refusalsToViewer(of act: BudgetAct) -> [Refusal] {
        var refusals = refusals(of: act)
        if act == .send, refusals.isEmpty, !hasUnsentChanges { refusals = [.nothingToSend] }
        do { try viewer.require(act.permission) } catch { refusals = error.refusals + refusals }
        return refusals
    }

    /// Why this one line would not be deleted for whoever looks. Empty when it would.
    package func refusalsToViewer(ofDeleting line: BudgetLineItem) -> [Refusal] {
        let refusals = BudgetEditing(standing, by: viewer).refusal(ofDeleting: line).map { [$0] } ?? []
        do { try viewer.require(.deleteLineItem) } catch { return error.refusals + refusals }
        return refusals
    }

    /// Whether the budget holds anything that QuickBooks was not given. One that cannot be summed up counts: it is told
    /// so when it is sent.
    package var hasUnsentChanges: Bool {
        guard standing.wasEverExported else { return !standing.budget.lines.isEmpty }
        let drafts = try? UnsyncedTransactions.drafts(
            of: standing.budget, exported: standing.exported, costTypeNames: costTypeNames)
        return drafts?.isEmpty != true
    }
}

extension Plumbline {
    package func budget(
        of number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> BudgetView {
        try await database.read(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            try place.person.require(.viewBudget)
            let standing = try tx.standing(of: place.project.id, in: place.company)
            return try tx.view(of: standing, at: place, try tx.prerequisites(of: place))
        }
    }
}

extension Transaction {
    func view(
        of standing: BudgetStanding, at place: Place, _ prerequisites: SendPrerequisites
    ) throws -> BudgetView {
        let names = try costTypeNames(of: place.company.id)
        return BudgetView(
            project: place.project, viewer: place.person, standing: standing,
            amounts: try standing.budget.amountsByLine(),
            totals: try standing.budget.totals(), erpStatus: ERPStatus(exports: standing.exports),
            restrictions: standing.restrictions,
            missingForSend: prerequisites.refusals(for: standing.budget.lines.map(\.code)),
            costTypeNames: names, isAsRejected: try isAsRejected(standing, names: names, in: place.company))
    }

    /// A rejected export keeps its transactions, so what would go now can be held against what came back.
    private func isAsRejected(
        _ standing: BudgetStanding, names: [String: String], in company: Company
    ) throws -> Bool {
        guard let last = standing.exports.last, case .rejected = last.state,
            let drafts = try? UnsyncedTransactions.drafts(
                of: standing.budget, exported: standing.exported, costTypeNames: names)
        else { return false }
        let rejected = try transactions(of: last.id, in: company)
        return Set(drafts) == Set(rejected.map(\.draft))
    }
}
