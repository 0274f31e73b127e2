/// The amounts of one line, or of a whole budget.
package struct BudgetAmounts: Hashable, Sendable {
    package var original: Money
    package var modifications: Money

    package init(original: Money, modifications: Money) {
        self.original = original
        self.modifications = modifications
    }

    /// Original plus modifications: what the line is now worth.
    package func revised() throws(MoneyFault) -> Money {
        try original + modifications
    }
}

extension Budget {
    /// What each line is worth, in the order of the lines.
    package func amountsByLine() throws(MoneyFault) -> [BudgetAmounts] {
        var moved: [ID<BudgetLineItem>: Money] = [:]
        let nothing = Money.zero(currency)
        for modification in modifications {
            moved[modification.to] = try (moved[modification.to] ?? nothing) + modification.amount
            if let from = modification.from {
                moved[from] = try (moved[from] ?? nothing) - modification.amount
            }
        }
        return lines.map { BudgetAmounts(original: $0.originalAmount, modifications: moved[$0.id] ?? nothing) }
    }

    /// What the whole budget is worth: the sum of its lines.
    package func totals() throws(MoneyFault) -> BudgetAmounts {
        let amounts = try amountsByLine()
        return BudgetAmounts(
            original: try Money.sum(amounts.map(\.original), in: currency),
            modifications: try Money.sum(amounts.map(\.modifications), in: currency))
    }

    /// This budget, unless an amount of a line or of the whole would pass QuickBooks' limit or is in another currency:
    /// such a budget could be neither shown nor sent.
    func requiringExactAmounts() throws(Refused) -> Budget {
        do {
            for amounts in try amountsByLine() {
                _ = try Money.sum([amounts.original], in: currency)
                _ = try amounts.revised()
            }
            _ = try totals().revised()
        } catch {
            throw Refused(.amountIsOutOfRange(error.sentence))
        }
        return self
    }
}
