/// What can be typed on a line of a budget.
package enum BudgetCell: String, CaseIterable, Sendable {
    case costCode, costType, description, quantity, unitOfMeasure, unitCost, amount

    package var title: String {
        switch self {
        case .costCode: "Cost Code"
        case .costType: "Cost Type"
        case .description: "Description"
        case .quantity: "Unit Qty"
        case .unitOfMeasure: "UOM"
        case .unitCost: "Unit Cost"
        case .amount: "Original Budget Amount"
        }
    }

    /// What the cell says: figures as `1234.50`, and nothing where the line has none.
    package func text(of line: BudgetLineItem) -> String {
        switch (self, line.calculation) {
        case (.costCode, _): line.code.costCodeText
        case (.costType, _): line.code.costType
        case (.description, _): line.description
        case (.quantity, .automatic(let quantity, _, _)): quantity.plain
        case (.unitOfMeasure, .automatic(_, let unit, _)): unit
        case (.unitCost, .automatic(_, _, let cost)): cost.plain
        case (.quantity, .manual), (.unitOfMeasure, .manual), (.unitCost, .manual): ""
        case (.amount, _): line.originalAmount.plain
        }
    }
}
