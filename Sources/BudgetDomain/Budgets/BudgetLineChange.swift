/// What one act made of one line.
package struct BudgetLineChange: Hashable, Sendable {
    /// Nil for a line that was added.
    package let before: BudgetLineItem?
    /// Nil for a line that was deleted.
    package let after: BudgetLineItem?

    package init(before: BudgetLineItem?, after: BudgetLineItem?) {
        self.before = before
        self.after = after
    }

    /// What takes this change back.
    package var reversed: BudgetLineChange { BudgetLineChange(before: after, after: before) }

    package var line: BudgetLineItem? { after ?? before }

    /// The cells that say something else now; none of a line that was added or deleted.
    package var cells: [BudgetCell] {
        guard let before, let after else { return [] }
        return BudgetCell.allCases.filter { $0.text(of: before) != $0.text(of: after) }
    }
}
