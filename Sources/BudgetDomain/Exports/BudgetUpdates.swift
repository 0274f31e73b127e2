/// A row of the *Budget Updates* window: what the approver sees. Columns are Procore's.
package struct BudgetUpdateRow: Hashable, Sendable {
    /// The budget code.
    package let costCode: String
    /// The cost type.
    package let category: String
    package let originalBudget: Money
    package let budgetChanges: Money
    package let revisedEstimate: Money

    package init(
        costCode: String, category: String, originalBudget: Money, budgetChanges: Money, revisedEstimate: Money
    ) {
        self.costCode = costCode
        self.category = category
        self.originalBudget = originalBudget
        self.budgetChanges = budgetChanges
        self.revisedEstimate = revisedEstimate
    }
}

package enum BudgetUpdates {
    /// What each budget code that `sending` touches will be worth in QuickBooks, which holds `exported` now.
    package static func rows(
        sending: [ExportTransaction], exported: [ExportTransaction], currency: Currency
    ) throws(MoneyFault) -> [BudgetUpdateRow] {
        var amounts: [BudgetCode: BudgetAmounts] = [:]
        for transaction in exported + sending {
            let nothing = BudgetAmounts(original: .zero(currency), modifications: .zero(currency))
            var sum = amounts[transaction.code] ?? nothing
            if transaction.kind.isOriginal {
                sum.original = try sum.original + transaction.amount
            } else {
                sum.modifications = try sum.modifications + transaction.amount
            }
            amounts[transaction.code] = sum
        }
        var seen: Set<BudgetCode> = []
        var rows: [BudgetUpdateRow] = []
        for code in sending.map(\.code) where seen.insert(code).inserted {
            guard let sum = amounts[code] else { continue }
            rows.append(
                BudgetUpdateRow(
                    costCode: code.costCodeText, category: code.costType, originalBudget: sum.original,
                    budgetChanges: sum.modifications, revisedEstimate: try sum.revised()))
        }
        return rows
    }
}
