/// Everything that a person may want to do with a budget and that its lock or its exports may forbid.
package enum BudgetAct: String, CaseIterable, Sendable {
    case lock = "lock the budget"
    case unlock = "unlock the budget"
    case send = "send or re-send the budget to ERP"
    case retrieve = "retrieve the budget from ERP"
    case addLineItem = "add budget line items"
    case createModification = "create budget modifications"
    case editOriginalAmount = "edit original budget amounts"
    case importBudget = "import a budget"
    case deleteLineItem = "delete budget line items"
}

/// Which acts are allowed now, and why the others are not. Pages, commands and operations all ask this one function,
/// so that they all say the same sentence. From Send until the read-back equals the snapshot, unlocking, sending,
/// adding line items and creating modifications are refused.
package struct EditRestrictions: Hashable, Sendable {
    private let refusals: [BudgetAct: Refusal]

    package init(_ standing: BudgetStanding) {
        var refusals: [BudgetAct: Refusal] = [:]
        for act in BudgetAct.allCases {
            refusals[act] =
                Self.refusal(of: act, byExport: standing.openExport)
                ?? Self.refusal(of: act, byLockOf: standing.budget)
        }
        self.refusals = refusals
    }

    /// Why the act is refused now; nil when it is allowed.
    package func refusal(of act: BudgetAct) -> Refusal? {
        refusals[act]
    }

    package func require(_ act: BudgetAct) throws(Refused) {
        if let refusal = refusals[act] { throw Refused(refusal) }
    }

    /// An open export forbids every change; retrieving is the way out until the export is accepted.
    private static func refusal(of act: BudgetAct, byExport export: Export?) -> Refusal? {
        guard let export else {
            return act == .retrieve ? .nothingToRetrieve : nil
        }
        switch export.state {
        case .readyToExport, .invalid:
            return act == .retrieve ? nil : .budgetWaitsForApprover(act: act)
        case .exporting:
            return .budgetIsExporting(act: act)
        case .failedToExport(let fault):
            return .exportFailed(act: act, fault: fault.text)
        case .awaitingJobCosts:
            return .amountsNotYetInJobCosts(act: act)
        case .mismatched(let mismatch):
            return .jobCostsDiffer(act: act, differences: mismatch.differences.count)
        case .rewriting:
            // An approver has decided: only the Web Connector is waited for.
            return .budgetIsWrittenAgain(act: act)
        case .synced, .rejected, .retrieved:
            return nil
        }
    }

    private static func refusal(of act: BudgetAct, byLockOf budget: Budget) -> Refusal? {
        switch act {
        case .lock:
            budget.isLocked ? .budgetIsAlreadyLocked : nil
        case .unlock:
            budget.isLocked ? nil : .budgetIsNotLocked(act: act)
        case .send, .createModification:
            budget.isLocked ? nil : .budgetIsNotLocked(act: act)
        case .editOriginalAmount, .importBudget:
            budget.isLocked ? .budgetIsLocked(act: act) : nil
        case .retrieve, .addLineItem, .deleteLineItem:
            nil
        }
    }
}

extension BudgetStanding {
    package var restrictions: EditRestrictions { EditRestrictions(self) }
}
