/// Money moved between two lines of a locked budget, or, where the company permits it, added to one line alone.
package struct BudgetModification: Hashable, Sendable {
    package let id: ID<BudgetModification>
    /// Counts up within the budget, from 1.
    package let number: Int
    /// The line that gives; nil for a one-sided modification.
    package let from: ID<BudgetLineItem>?
    package let to: ID<BudgetLineItem>
    /// Positive between two lines; never zero. One-sided modifications may be negative.
    package let amount: Money
    package let notes: String

    package init(
        id: ID<BudgetModification>, number: Int, from: ID<BudgetLineItem>?, to: ID<BudgetLineItem>, amount: Money,
        notes: String
    ) {
        self.id = id
        self.number = number
        self.from = from
        self.to = to
        self.amount = amount
        self.notes = notes
    }
}
