package import BudgetDomain
import SQLDatabase

/// A line with everything that is shown of it.
package struct BudgetSheetLine: Hashable, Sendable {
    package let item: BudgetLineItem
    package let amounts: BudgetAmounts
    /// What QuickBooks could not carry of it.
    package let problems: [Refusal]
}

/// How a budget stands after an act of typing: the lines that the act was about, and what can be undone now.
package struct BudgetAfterwards: Hashable, Sendable {
    /// Those that are on the budget.
    package let lines: [ID<BudgetLineItem>: BudgetSheetLine]
    /// What the lines are coded with.
    package let costCodes: [CostCode]
    package let costTypes: [CostType]
    package let steps: BudgetSteps
    /// The budget as it was when the act began, and as it is now.
    package let before: BudgetVersion
    package let version: BudgetVersion
}

extension Transaction {
    /// - Parameter touched: lines that the act was about, beside those that it changed.
    func afterwards(
        of editing: BudgetEditing, touched: [ID<BudgetLineItem>] = [], on budget: ID<Budget>, at place: Place,
        since before: BudgetVersion
    ) throws -> BudgetAfterwards {
        let prerequisites = try prerequisites(of: place)
        var lines: [ID<BudgetLineItem>: BudgetSheetLine] = [:]
        for id in touched + editing.changes.compactMap(\.after?.id) where lines[id] == nil {
            guard let item = try? editing.line(id) else { continue }
            lines[id] = BudgetSheetLine(
                item: item, amounts: editing.amounts(of: item), problems: prerequisites.refusals(for: item.code))
        }
        return BudgetAfterwards(
            lines: lines, costCodes: try costCodes(of: place.company.id),
            costTypes: try costTypes(of: place.company.id), steps: try steps(on: budget, of: place), before: before,
            version: try version(of: budget, at: place))
    }
}
