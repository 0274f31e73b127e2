import BudgetDomain
import BudgetOperations

extension ExportDetail {
    /// The heading and the *Budget Updates*: what each budget code will be worth in QuickBooks.
    func budgetUpdates() throws -> [Report.Block] {
        let currency = summary.total.currency
        let table = Table(
            [
                .text("Cost code"), .text("Category"), .figure("Original budget"), .figure("Budget changes"),
                .figure("Revised estimate"),
            ],
            rows: rows.map { row in
                [
                    row.costCode, row.category, row.originalBudget.formatted, row.budgetChanges.formatted,
                    row.revisedEstimate.formatted,
                ]
            },
            footer: [
                "Total \(currency)", "",
                try Money.sum(rows.map(\.originalBudget), in: currency).formatted,
                try Money.sum(rows.map(\.budgetChanges), in: currency).formatted,
                try Money.sum(rows.map(\.revisedEstimate), in: currency).formatted,
            ])
        return [
            """
            \(summary.projectNumber) \(summary.projectName): export \(summary.export.number), \
            \(summary.export.kind.rawValue), sent by \(summary.sentByName) at \(summary.export.sentAt.toTheMinute)
            """,
            "\(summary.transactions) transactions, \(summary.total.description)",
            .blank, .table(table), .blank,
        ]
    }
}
