/// What an import changes: new lines, and new amounts of lines that are there. It deletes nothing.
package struct BudgetImportChange: Hashable, Sendable {
    package let added: [BudgetLineItem]
    package let changed: [BudgetLineItem]
    package let unchanged: Int

    package init(added: [BudgetLineItem], changed: [BudgetLineItem], unchanged: Int) {
        self.added = added
        self.changed = changed
        self.unchanged = unchanged
    }
}

extension BudgetStanding {
    /// The most lines that a budget holds. Every list, snapshot and request is bounded by it.
    package static let mostLines = 20_000

    /// Sets the lines of a file against the budget's. `lines` carry new ids; a line whose budget code is on the budget
    /// already keeps its own id and takes the file's description, calculation and amount.
    package func importing(_ lines: [BudgetLineItem], by person: Person) throws(Refused) -> BudgetImportChange {
        try person.require(.importBudget)
        try restrictions.require(.importBudget)
        let present = Dictionary(uniqueKeysWithValues: budget.lines.map { ($0.code, $0) })
        var codes: Set<BudgetCode> = []
        var added: [BudgetLineItem] = []
        var changed: [BudgetLineItem] = []
        var unchanged = 0
        for line in lines {
            guard codes.insert(line.code).inserted else {
                throw Refused(.budgetCodeIsAlreadyOnBudget(code: line.code.description))
            }
            guard let old = present[line.code] else {
                added.append(line)
                continue
            }
            let new = BudgetLineItem(
                id: old.id, code: old.code, description: line.description, calculation: line.calculation,
                originalAmount: line.originalAmount)
            if new == old { unchanged += 1 } else { changed.append(new) }
        }
        guard budget.lines.count + added.count <= Self.mostLines else {
            throw Refused(.budgetHasTooManyLines(longest: Self.mostLines))
        }
        let change = BudgetImportChange(added: added, changed: changed, unchanged: unchanged)
        _ = try budget.applying(change).requiringExactAmounts()
        return change
    }
}

extension Budget {
    /// The budget as it is after the import: changed lines in their places, new ones behind them.
    package func applying(_ change: BudgetImportChange) -> Budget {
        let changed = Dictionary(change.changed.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
        var budget = self
        budget.lines = lines.map { changed[$0.id] ?? $0 } + change.added
        return budget
    }
}
