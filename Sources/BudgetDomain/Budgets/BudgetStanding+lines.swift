extension BudgetStanding {
    /// Adds a line. On a locked budget its original amount must be zero: value then comes by modification.
    package func adding(_ line: BudgetLineItem, by person: Person) throws(Refused) -> Budget {
        var editing = BudgetEditing(self, by: person)
        try editing.add(line)
        return editing.budget
    }

    /// Gives a line another original amount, and the calculation it comes from.
    package func settingOriginal(
        of id: ID<BudgetLineItem>, to amount: Money, calculation: BudgetLineItem.Calculation, by person: Person
    ) throws(Refused) -> Budget {
        var editing = BudgetEditing(self, by: person)
        try editing.requireEditing()
        var line = try editing.line(id)
        line.originalAmount = amount
        line.calculation = calculation
        try editing.set(line)
        return editing.budget
    }

    /// Deletes a line that QuickBooks does not hold, that no modification uses and, once locked, has no amount.
    package func deleting(line id: ID<BudgetLineItem>, by person: Person) throws(Refused) -> Budget {
        var editing = BudgetEditing(self, by: person)
        try editing.delete(id)
        return editing.budget
    }
}
