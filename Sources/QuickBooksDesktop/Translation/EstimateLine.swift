package import BudgetDomain

/// One line for an estimate: one transaction of an export, under its cost code's item.
package struct EstimateLine: Hashable, Sendable {
    package let itemListID: String
    package let description: String
    /// Negative where a modification takes away.
    package let amount: Money
    /// By which the line is known again.
    package let mark: String

    package init(itemListID: String, description: String, amount: Money, mark: String) {
        self.itemListID = itemListID
        self.description = description
        self.amount = amount
        self.mark = mark
    }
}
