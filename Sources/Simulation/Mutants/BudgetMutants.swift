internal import SQLDatabase

/// Mistakes in what may be done with a budget.
enum BudgetMutants {
    static let all: [Mutant] = [
        .text(
            "lock-overlooked", "The edit restrictions never see that a budget is locked.",
            "SELECT id, locked_by, locked_at FROM budgets",
            becomes: "SELECT id, NULL AS locked_by, NULL AS locked_at FROM budgets"),
        .text(
            "lock-imagined", "Every budget is taken for locked, so that it is sent and modified while it is not.",
            "SELECT id, locked_by, locked_at FROM budgets",
            becomes: """
                SELECT id, COALESCE(locked_by, 'nobody') AS locked_by, COALESCE(locked_at, 0) AS locked_at FROM budgets
                """),
        .text(
            "open-export-overlooked", "The edit restrictions take an open export for one that was taken back.",
            aim: "closed gate", openExport, becomes: openExportAsRetrieved),
        .text(
            "two-sends-at-once", "Nothing keeps a budget from being sent while it is on its way.",
            aim: "one open export", without: ["exports_one_open"], openExport, becomes: openExportAsRetrieved),
        .text(
            "exported-forgotten", "What QuickBooks holds already is not subtracted from what is sent.",
            "AND e.is_in_quickbooks = 1 ORDER", becomes: "AND e.is_in_quickbooks = 2 ORDER"),
        .statement(
            "sign-lost", "The giving side of a modification travels without its minus sign.",
            in: "INSERT INTO export_transactions"
        ) { sql, values in
            var values = values
            if values[10] == .text("modification from"), case .integer(let cents) = values[12] {
                values[12] = .integer(-cents)
            }
            return (sql, values)
        },
        .statement(
            "originals-doubled", "An original amount is summed twice when an export is made up.",
            in: "INSERT INTO export_transactions"
        ) { sql, values in
            var values = values
            if values[10] == .text("original"), case .integer(let cents) = values[12] {
                values[12] = .integer(cents * 2)
            }
            return (sql, values)
        },
        .text(
            "live-rows", "What is written is read from the budget's lines instead of from the snapshot.",
            "t.kind, t.modification_id, t.amount,",
            becomes: """
                t.kind, t.modification_id, CASE WHEN t.kind IN ('original', 'original change') THEN
                    COALESCE((SELECT l.original_amount FROM budget_line_items l
                        WHERE l.company_id = t.company_id AND l.id = t.line_id), t.amount) ELSE t.amount END AS amount,
                """),
    ]

    private static let openExport = """
        number, kind, sent_by, sent_at, state, detail FROM exports WHERE company_id = $1 AND budget_id = $2
        """
    private static let openExportAsRetrieved = """
        number, kind, sent_by, sent_at, CASE WHEN is_open = 1 THEN 'retrieved' ELSE state END AS state,
            CASE WHEN is_open = 1 THEN '{"person":"","at":0}' ELSE detail END AS detail
            FROM exports WHERE company_id = $1 AND budget_id = $2
        """
}
