import BudgetDomain
import BudgetOperations

/// A budget modification as it stands in the form: texts that may not be one yet.
struct TypedModification {
    var from = ""
    var to = ""
    var amount = ""
    var notes = ""

    init(_ fields: FormFields) {
        from = fields["from"] ?? ""
        to = fields["to"] ?? ""
        amount = fields["amount"] ?? ""
        notes = fields["notes"] ?? ""
    }

    var isBlank: Bool { to.isEmpty && amount.isEmpty && from.isEmpty }

    /// What the form calls the amount, and what a refusal calls it.
    static let amountLabel = "Transfer Amount"

    /// The amount in that currency, worked out as in a cell of the grid.
    func money(in currency: Currency) throws(Refused) -> Money {
        try TypedFigure.amount(amount, under: Self.amountLabel, in: currency) ?? .zero(currency)
    }

    /// What the budget would be with it, by the decision that is asked when it is created.
    func effect(on view: BudgetView) throws(Refused) -> Effect {
        let budget = view.standing.budget
        let from = from.isEmpty ? nil : try Self.line(from, of: budget)
        let to = try Self.line(to, of: budget)
        let after = try view.standing.modifying(
            BudgetModification(
                id: ID("new"), number: (budget.modifications.last?.number ?? 0) + 1, from: from?.id, to: to.id,
                amount: try money(in: budget.currency), notes: notes), by: view.viewer)
        do {
            return try Effect(from: from, to: to, before: budget, after: after)
        } catch {
            throw Refused(.amountIsOutOfRange(error.sentence))
        }
    }

    /// What lines and the grand total are worth before and after.
    struct Effect {
        struct Change {
            let name: String
            let before: Money
            let after: Money
        }

        let lines: [Change]
        let grandTotal: Change

        init(from: BudgetLineItem?, to: BudgetLineItem, before: Budget, after: Budget) throws(MoneyFault) {
            let (old, new) = (try before.amountsByLine(), try after.amountsByLine())
            var lines: [Change] = []
            for line in [from, to].compactMap({ $0 }) {
                guard let index = before.lines.firstIndex(where: { $0.id == line.id }) else { continue }
                lines.append(
                    Change(
                        name: "\(line.code.description) \(line.description)", before: try old[index].revised(),
                        after: try new[index].revised()))
            }
            self.lines = lines
            grandTotal = Change(
                name: "Grand total", before: try before.totals().revised(), after: try after.totals().revised())
        }
    }

    private static func line(_ code: String, of budget: Budget) throws(Refused) -> BudgetLineItem {
        guard let line = budget.lines.first(where: { $0.code.description == code }) else {
            throw Refused(.noSuchBudgetLineItem(code))
        }
        return line
    }
}
