extension BudgetStanding {
    /// Locks the budget: the originals freeze, and it can be sent to ERP.
    package func locking(by person: Person, at instant: Instant) throws(Refused) -> Budget {
        try person.require(.lockBudget)
        try restrictions.require(.lock)
        var budget = budget
        budget.lock = .locked(by: person.id, at: instant)
        return budget
    }

    /// Unlocks the budget. Modifications stay (*Preserve and Unlock*) unless the person asks to delete them, which is
    /// refused once the budget has been in QuickBooks.
    package func unlocking(by person: Person, modifications: ModificationsOnUnlock) throws(Refused) -> Budget {
        try person.require(.unlockBudget)
        try restrictions.require(.unlock)
        var budget = budget
        budget.lock = .unlocked
        switch modifications {
        case .preserve: break
        case .delete:
            guard !wasEverExported else { throw Refused(.syncedModificationsCannotBeDeleted) }
            budget.modifications = []
        }
        return budget
    }
}

/// What becomes of the budget modifications when a budget is unlocked.
package enum ModificationsOnUnlock: String, CaseIterable, Sendable {
    case preserve
    case delete
}
