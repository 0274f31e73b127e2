import BudgetDomain
import MarkupBytes

extension HTML {
    /// An amount as bookkeepers write it: a negative one in parentheses, so that it is not told by its colour alone.
    ///
    /// - Parameter showsCurrency: false in a table that says the currency once.
    static func money(_ amount: Money, showsCurrency: Bool = false) -> HTML {
        let spoken =
            amount.isNegative
            ? HTML.tag("span", [.class("visually-hidden")], "minus ") : HTML.nothing
        let currency = HTML.tag("span", [.class("money-currency")], " \(amount.currency.code)")
        return .tag(
            "span", [.class(amount.isNegative ? "money money-negative" : "money")], spoken, .text(amount.inBooks),
            showsCurrency ? currency : .nothing)
    }
}

extension Money {
    /// `1,234.50`, and `(1,234.50)` where it is negative.
    var inBooks: String {
        let figure = formatted
        return isNegative ? "(\(figure.drop { $0 == "-" }))" : figure
    }
}
