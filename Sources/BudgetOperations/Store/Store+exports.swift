import BudgetDomain
import SQLDatabase

extension Transaction {
    static let exportColumns = "id, budget_id, project_id, number, kind, sent_by, sent_at, state, detail"

    func exports(of budget: ID<Budget>, in company: Company) throws -> [Export] {
        try rows(
            "SELECT \(Self.exportColumns) FROM exports WHERE company_id = $1 AND budget_id = $2 ORDER BY number",
            [.text(company.id.text), .text(budget.text)]
        ).map { try Self.export($0, in: company) }
    }

    static func export(_ row: Row, in company: Company) throws -> Export {
        let kind = try row.text("kind")
        guard let kind = Export.Kind(rawValue: kind) else {
            throw UnreadableRow(table: "exports", column: "kind", value: kind)
        }
        let detail = try StoredText.decode(StoredExportDetail.self, from: row.text("detail"))
        return Export(
            id: ID(try row.text("id")), budget: ID(try row.text("budget_id")), number: try row.int("number"),
            kind: kind,
            sentBy: ID(try row.text("sent_by")), sentAt: Instant(microsecondsSince1970: try row.integer("sent_at")),
            state: try detail.state(named: row.text("state"), currency: company.currency))
    }

    /// Writes where an export stands now.
    func save(_ export: Export, in company: ID<Company>) throws {
        try execute(
            """
            UPDATE exports SET state = $1, detail = $2, is_open = $3, is_in_quickbooks = $4
            WHERE company_id = $5 AND id = $6
            """,
            [
                .text(export.state.name.rawValue), .text(try StoredText.encode(StoredExportDetail(export.state))),
                SQLValue(export.state.isOpen), SQLValue(export.state.isInQuickBooks), .text(company.text),
                .text(export.id.text),
            ])
    }

    private static let transactionColumns = """
        t.id, t.mark, t.line_id, t.cost_code_id, t.cost_code_text, t.cost_type, t.kind, t.modification_id, t.amount,
        t.description, t.adjusts
        """

    /// The transactions of one export, in the order in which they travel.
    func transactions(of export: ID<Export>, in company: Company) throws -> [ExportTransaction] {
        try transactions(
            "SELECT \(Self.transactionColumns) FROM export_transactions t WHERE t.company_id = $1 AND t.export_id = $2"
                + " ORDER BY t.position", [.text(company.id.text), .text(export.text)], in: company)
    }

    /// The transactions that QuickBooks is known to hold, in the order in which they were written.
    func exportedTransactions(of budget: ID<Budget>, in company: Company) throws -> [ExportTransaction] {
        try transactions(
            """
            SELECT \(Self.transactionColumns) FROM exports e
            JOIN export_transactions t ON t.company_id = e.company_id AND t.export_id = e.id
            WHERE e.company_id = $1 AND e.budget_id = $2 AND e.is_in_quickbooks = 1 ORDER BY e.number, t.position
            """, [.text(company.id.text), .text(budget.text)], in: company)
    }

    private func transactions(
        _ sql: String, _ values: [SQLValue], in company: Company
    ) throws -> [ExportTransaction] {
        var found: [ExportTransaction] = []
        try forEach(sql, values) { row in
            let kind = try row.text(6)
            guard let kind = TransactionKind(rawValue: kind) else {
                throw UnreadableRow(table: "export_transactions", column: "kind", value: kind)
            }
            let code = BudgetCode(
                costCode: ID(try row.text(3)), costCodeText: try row.text(4), costType: try row.text(5))
            found.append(
                ExportTransaction(
                    id: ID(try row.text(0)), mark: try row.text(1),
                    draft: TransactionDraft(
                        line: ID(try row.text(2)), code: code, kind: kind,
                        modification: try row.optionalText(7).map { ID($0) },
                        amount: Money(minorUnits: try row.integer(8), currency: company.currency),
                        description: try row.text(9)), adjusts: try row.optionalText(10)))
        }
        return found
    }

    func insert(_ transactions: [ExportTransaction], of export: Export, in company: ID<Company>) throws {
        try insert(
            into: "export_transactions",
            columns: [
                "company_id", "id", "export_id", "budget_id", "position", "mark", "line_id", "cost_code_id",
                "cost_code_text", "cost_type", "kind", "modification_id", "amount", "description", "adjusts",
            ],
            rows: transactions.enumerated().map { position, each in
                [
                    .text(company.text), .text(each.id.text), .text(export.id.text), .text(export.budget.text),
                    .integer(Int64(position)), .text(each.mark), .text(each.line.text), .text(each.code.costCode.text),
                    .text(each.code.costCodeText), .text(each.code.costType), .text(each.kind.rawValue),
                    SQLValue(each.draft.modification?.text), .integer(each.amount.minorUnits),
                    .text(each.draft.description), SQLValue(each.adjusts),
                ]
            })
    }
}
