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
                    .text(row.costCode), .text(row.category), .money(row.originalBudget), .money(row.budgetChanges),
                    .money(row.revisedEstimate),
                ]
            },
            totals: [
                "Total", .nothing, .money(try Money.sum(detail.rows.map(\.originalBudget), in: currency)),
                .money(try Money.sum(detail.rows.map(\.budgetChanges), in: currency)),
                .money(try Money.sum(detail.rows.map(\.revisedEstimate), in: currency)),
            ])
    }
}
