extension BudgetStanding {
    /// Adds a line. On a locked budget its original amount must be zero: value then comes by modification.
    package func adding(_ line: BudgetLineItem, by person: Person) throws(Refused) -> Budget {
        try person.require(.setOriginalAmount)
        try restrictions.require(.addLineItem)
        guard !budget.lines.contains(where: { $0.code == line.code }) else {
            throw Refused(.budgetCodeIsAlreadyOnBudget(code: line.code.description))
        }
        guard !budget.isLocked || line.originalAmount.isZero else {
            throw Refused(.lockedBudgetTakesOnlyZeroLines(code: line.code.description))
        }
        guard budget.lines.count < Self.mostLines else {
            throw Refused(.budgetHasTooManyLines(longest: Self.mostLines))
        }
        var budget = budget
        budget.lines.append(line)
        return try budget.requiringExactAmounts()
    }

    /// Gives a line another original amount, and the calculation it comes from.
    package func settingOriginal(
        of id: ID<BudgetLineItem>, to amount: Money, calculation: BudgetLineItem.Calculation, by person: Person
    ) throws(Refused) -> Budget {
        try person.require(.setOriginalAmount)
        try restrictions.require(.editOriginalAmount)
        let index = try index(ofLine: id)
        var budget = budget
        budget.lines[index].originalAmount = amount
        budget.lines[index].calculation = calculation
        return try budget.requiringExactAmounts()
    }

    /// Deletes a line that QuickBooks does not hold, that no modification uses and, once locked, has no amount.
    package func deleting(line id: ID<BudgetLineItem>, by person: Person) throws(Refused) -> Budget {
        try person.require(.deleteLineItem)
        try restrictions.require(.deleteLineItem)
        let index = try index(ofLine: id)
        let line = budget.lines[index]
        let code = line.code.description
        guard !exported.contains(where: { $0.line == id }) else {
            throw Refused(.lineIsInQuickBooks(code: code))
        }
        guard !budget.isLocked || line.originalAmount.isZero else {
            throw Refused(.lockedLineHasAnOriginalAmount(code: code))
        }
        guard !budget.modifications.contains(where: { $0.from == id || $0.to == id }) else {
            throw Refused(.lineHasModifications(code: code))
        }
        var budget = budget
        budget.lines.remove(at: index)
        return budget
    }

    private func index(ofLine id: ID<BudgetLineItem>) throws(Refused) -> Int {
        guard let index = budget.lines.firstIndex(where: { $0.id == id }) else {
            throw Refused(.noSuchBudgetLineItem(id.text))
        }
        return index
    }
}
