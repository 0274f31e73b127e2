package import BudgetDomain

/// The original amount of a budget line item as somebody enters it.
package enum LineAmount: Hashable, Sendable {
    case manual(Money)
    /// Quantity × unit cost.
    case automatic(Quantity, unitOfMeasure: String, UnitCost)

    /// The amount with the calculation that it comes from.
    func computed() throws(Refused) -> (amount: Money, calculation: BudgetLineItem.Calculation) {
        switch self {
        case .manual(let amount):
            return (amount, .manual)
        case .automatic(let quantity, let unitOfMeasure, let unitCost):
            try TextLimit.unitOfMeasure.require(unitOfMeasure)
            do {
                return (
                    try Money.amount(of: quantity, at: unitCost),
                    .automatic(quantity: quantity, unitOfMeasure: unitOfMeasure, unitCost: unitCost)
                )
            } catch {
                throw Refused(.amountIsOutOfRange(error.sentence))
            }
        }
    }
}

extension Budget {
    /// The line of that budget code, such as `03-100.L`.
    func line(_ budgetCode: String) throws(Refused) -> BudgetLineItem {
        guard let line = lines.first(where: { $0.code.description == budgetCode }) else {
            throw Refused(.noSuchBudgetLineItem(budgetCode))
        }
        return line
    }
}
