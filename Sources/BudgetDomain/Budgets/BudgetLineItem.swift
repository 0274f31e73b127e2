/// One budget code with its original budget amount.
package struct BudgetLineItem: Hashable, Sendable {
    package let id: ID<BudgetLineItem>
    package let code: BudgetCode
    package var description: String
    package var calculation: Calculation
    /// Always what `calculation` gives, rounded once. Editable only while the budget is unlocked.
    package var originalAmount: Money

    package init(
        id: ID<BudgetLineItem>, code: BudgetCode, description: String, calculation: Calculation, originalAmount: Money
    ) {
        self.id = id
        self.code = code
        self.description = description
        self.calculation = calculation
        self.originalAmount = originalAmount
    }

    /// Procore's *Calculation Method*.
    package enum Calculation: Hashable, Sendable {
        /// *Override Subtotal Manually*: the amount is what was typed.
        case manual
        /// *Calculate Subtotal Automatically*: quantity × unit cost.
        case automatic(quantity: Quantity, unitOfMeasure: String, unitCost: UnitCost)
    }
}
