import BudgetDomain
import BudgetOperations
import MarkupBytes

extension HTML {
    /// *Budget Updates*: what each budget code will be worth in QuickBooks. Columns are Procore's.
    static func budgetUpdates(_ detail: ExportDetail) throws -> HTML {
        let currency = detail.summary.total.currency
        return .table(
            "Budget Updates, amounts in \(currency.code)",
            [
                .text("Cost Code"), .text("Category"), .number("Original Budget"), .number("Budget Changes"),
                .number("Revised Estimate"),
            ],
            rows: detail.rows.map { row in
                [
                    .text(named(row.costCode, detail.costCodeTitles)), .text(named(row.category, detail.costTypeNames)),
                    .money(row.originalBudget), .money(row.budgetChanges), .money(row.revisedEstimate),
                ]
            },
            totals: [
                "Total", .nothing, .money(try Money.sum(detail.rows.map(\.originalBudget), in: currency)),
                .money(try Money.sum(detail.rows.map(\.budgetChanges), in: currency)),
                .money(try Money.sum(detail.rows.map(\.revisedEstimate), in: currency)),
            ])
    }

    /// The code with what it stands for: an approver knows the work by its name. A cost code that came with an import
    /// without a title has itself as one.
    private static func named(_ code: String, _ names: [String: String]) -> String {
        guard let name = names[code], !name.isEmpty, name != code else { return code }
        return "\(code) \(name)"
    }
}
