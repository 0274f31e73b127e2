extension BudgetAct {
    /// What somebody must be permitted for the act, whatever the budget allows.
    package var permission: PermittedAct {
        switch self {
        case .lock: .lockBudget
        case .unlock: .unlockBudget
        case .send, .retrieve: .sendOrRetrieve
        case .addLineItem, .editOriginalAmount: .setOriginalAmount
        case .createModification: .createModification
        case .importBudget: .importBudget
        case .deleteLineItem: .deleteLineItem
        }
    }
}
