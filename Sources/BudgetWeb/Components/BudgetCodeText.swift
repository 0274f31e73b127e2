import BudgetDomain
import MarkupBytes

extension HTML {
    /// A budget code, which is never broken at its hyphens.
    static func budgetCode(_ code: BudgetCode) -> HTML {
        .tag("span", [.class("budget-code")], .text(code.description))
    }
}
