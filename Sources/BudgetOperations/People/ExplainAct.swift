package import BudgetDomain
import SQLDatabase

/// Whether somebody can do an act, and what stands in the way: said by the rules that decide.
package struct ActExplanation: Hashable, Sendable {
    package let act: PermittedAct
    /// With the permissions in force on the project, or company-wide where none is named. Deactivated, they may do
    /// nothing, and what else is said here is what would still stand in the way after that.
    package let person: Person
    package let project: Project?
    /// What the permissions lack, as of ``BudgetDomain/Requirement/lacking(in:)``; empty when they are enough.
    package let lacking: [[Requirement]]
    /// Why it is refused now to whoever has the permission.
    package let refusals: [Refusal]
    /// Of an act on single lines, one refusal of each kind that stands against it on some of them; empty where it is
    /// refused, or possible, on all.
    package let refusalsOfSomeLines: [Refusal]
    /// Whether whoever asks may know how the budget stands; else ``refusals`` and ``refusalsOfSomeLines`` are empty.
    package let isBudgetShown: Bool
    package let company: WhoLifts

    /// Whether nothing stands in the way, as far as it was looked at.
    package var isPossible: Bool { person.isActive && lacking.isEmpty && refusals.isEmpty }
}

extension Plumbline {
    /// Answers *Why can't this person …?* for whoever sees the Directory, and for oneself.
    package func explanation(
        of act: PermittedAct, by id: ID<Person>, on number: String?, in companyID: ID<Company>, for viewer: ID<Person>
    ) async throws -> ActExplanation {
        try await database.read(of: companyID) { tx in
            let project = try number.map { try tx.project(number: $0, of: companyID) }
            let viewing = try tx.person(viewer, of: companyID, on: project?.id)
            try viewing.requireSight(of: id)
            let person = try tx.person(id, of: companyID, on: project?.id)
            let ways = PermissionTable.requirement(for: act).lacking(in: person)
            let isShown = PermissionTable.requirement(for: .viewBudget).isMet(by: viewing)
            var refusals: [Refusal] = []
            var ofSomeLines: [Refusal] = []
            if let project, isShown {
                let place = Place(company: try tx.company(companyID), project: project, person: person)
                refusals = try tx.refusals(of: act, at: place)
                if act == .deleteLineItem, refusals.isEmpty {
                    (refusals, ofSomeLines) = try tx.refusalsOfDeletingLines(at: place)
                }
            }
            return ActExplanation(
                act: act, person: person, project: project, lacking: ways.contains([]) ? [] : ways,
                refusals: refusals, refusalsOfSomeLines: ofSomeLines, isBudgetShown: isShown,
                company: try tx.whoLifts(in: companyID))
        }
    }
}

extension Transaction {
    /// What the budget itself says against the act, whoever does it; and against this person's accepting.
    fileprivate func refusals(of act: PermittedAct, at place: Place) throws -> [Refusal] {
        if act == .acceptOrRejectExport { return try refusalsOfAccepting(at: place) }
        guard let budgetAct = act.budgetAct else { return [] }
        let standing = try standing(of: place.project.id, in: place.company)
        if let refusal = standing.restrictions.refusal(of: budgetAct) { return [refusal] }
        guard act == .sendOrRetrieve else { return [] }
        return try prerequisites(of: place).refusals(for: standing.budget.lines.map(\.code))
    }

    /// What single lines say against being deleted, one refusal of each kind: where no line can be, and where some can.
    fileprivate func refusalsOfDeletingLines(at place: Place) throws -> (ofAll: [Refusal], ofSome: [Refusal]) {
        let standing = try standing(of: place.project.id, in: place.company)
        let editing = BudgetEditing(standing, by: place.person)
        let lines = standing.budget.lines
        let refusals = lines.compactMap { editing.refusal(ofDeleting: $0) }
        var kinds: [Refusal] = []
        for refusal in refusals {
            let isKnown = kinds.contains { $0.sentenceOfSuchLines == refusal.sentenceOfSuchLines }
            if !isKnown { kinds.append(refusal) }
        }
        return refusals.count == lines.count ? (kinds, []) : ([], kinds)
    }

    private func refusalsOfAccepting(at place: Place) throws -> [Refusal] {
        let standing = try standing(of: place.project.id, in: place.company)
        let open = standing.openExport?.id
        let codes = try open.map { try transactions(of: $0, in: place.company).map(\.code) }
        // What is lacking is said apart; here it is about what else stands against it.
        var approver = place.person
        approver.deactivation = nil
        if !approver.isAccountingApprover {
            approver.permissions.levels[.erpIntegrations] = .standard
            approver.accountingPrivilege = AccountingPrivilege(grantedBy: "", grantedAt: .earliest)
        }
        do {
            _ = try standing.accepting(
                prerequisites: try prerequisites(of: place), codes: codes ?? [],
                hasConnection: try connection(of: place.company.id) != nil, by: approver)
            return []
        } catch let refused as Refused {
            return refused.refusals
        }
    }
}

extension PermittedAct {
    /// What a budget's lock and exports may forbid of it; nil for what they never do.
    fileprivate var budgetAct: BudgetAct? {
        switch self {
        case .setOriginalAmount: .editOriginalAmount
        case .importBudget: .importBudget
        case .addPartialLine: .addLineItem
        case .createModification: .createModification
        case .lockBudget: .lock
        case .unlockBudget: .unlock
        case .sendOrRetrieve: .send
        case .deleteLineItem: .deleteLineItem
        case .viewBudget, .changeBudgetChange, .configureBudget, .createSnapshot, .viewDirectCosts, .viewERPLists,
            .acceptOrRejectExport, .configureERP, .viewCompanyJobCosts, .viewProjectJobCosts, .viewDirectory,
            .manageDirectory, .grantAccountingPrivilege:
            nil
        }
    }
}
