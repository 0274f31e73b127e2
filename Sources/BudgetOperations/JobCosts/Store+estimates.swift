import BudgetDomain
import SQLDatabase

/// A project's estimate as it was last read, and how it is known.
struct StoredEstimate {
    let number: String
    let guid: String
    let txnID: String?
    let reading: EstimateReading?
    let readAt: Instant?
}

extension Transaction {
    func storedEstimate(of project: ID<Project>, in company: Company) throws -> StoredEstimate {
        let row = try row(
            """
            SELECT number, guid, txn_id, edit_sequence, total, read_at FROM estimates
            WHERE company_id = $1 AND project_id = $2
            """, [.text(company.id.text), .text(project.text)])
        guard let row else { throw Refused(.noSuchProject(project.text)) }
        let number = try row.text("number")
        let txnID = try row.optionalText("txn_id")
        let readAt = try row.optionalInteger("read_at").map(Instant.init(microsecondsSince1970:))
        var reading: EstimateReading?
        if let txnID, let total = try row.optionalInteger("total") {
            reading = EstimateReading(
                reference: EstimateReference(txnID: txnID, editSequence: try row.text("edit_sequence")),
                number: number, total: Money(minorUnits: total, currency: company.currency),
                lines: try estimateLines(of: project, in: company))
        }
        return StoredEstimate(
            number: number, guid: try row.text("guid"), txnID: txnID, reading: reading, readAt: readAt)
    }

    private func estimateLines(of project: ID<Project>, in company: Company) throws -> [EstimateReading.Line] {
        var lines: [EstimateReading.Line] = []
        try forEach(
            """
            SELECT txn_line_id, item_list_id, item_name, mark, amount, description FROM estimate_lines
            WHERE company_id = $1 AND project_id = $2 ORDER BY position
            """, [.text(company.id.text), .text(project.text)]
        ) { row in
            lines.append(
                EstimateReading.Line(
                    txnLineID: try row.text(0), itemListID: try row.optionalText(1), itemName: try row.text(2),
                    mark: try row.optionalText(3),
                    amount: Money(minorUnits: try row.integer(4), currency: company.currency),
                    description: try row.text(5)))
        }
        return lines
    }

    /// Replaces what is known of the project's estimate by what was just read; nil when QuickBooks has none.
    func save(_ reading: EstimateReading?, of project: ID<Project>, in company: ID<Company>, at now: Instant) throws {
        try execute(
            "DELETE FROM estimate_lines WHERE company_id = $1 AND project_id = $2",
            [.text(company.text), .text(project.text)])
        try execute(
            """
            UPDATE estimates SET edit_sequence = $1, total = $2, read_at = $3, txn_id = COALESCE($4, txn_id)
            WHERE company_id = $5 AND project_id = $6
            """,
            [
                SQLValue(reading?.reference.editSequence), SQLValue(reading?.total.minorUnits),
                .integer(now.microsecondsSince1970), SQLValue(reading?.reference.txnID), .text(company.text),
                .text(project.text),
            ])
        guard let reading else { return }
        try insert(
            into: "estimate_lines",
            columns: [
                "company_id", "project_id", "position", "txn_line_id", "item_list_id", "item_name", "mark", "amount",
                "description",
            ],
            rows: reading.lines.enumerated().map { position, line in
                [
                    .text(company.text), .text(project.text), .integer(Int64(position)), .text(line.txnLineID),
                    SQLValue(line.itemListID), .text(line.itemName), SQLValue(line.mark),
                    .integer(line.amount.minorUnits), .text(line.description),
                ]
            })
    }

    /// What QuickBooks should hold of the project, with the item that each line should carry.
    func expectedLines(of project: Project, in company: Company) throws -> [JobCostGate.Expected] {
        let budget = try row(
            "SELECT id FROM budgets WHERE company_id = $1 AND project_id = $2",
            [.text(company.id.text), .text(project.id.text)])
        guard let budget else { return [] }
        let prerequisites = SendPrerequisites(
            project: project, items: try items(of: company.id), usesSubItems: company.settings.usesSubItems)
        return try exportedTransactions(of: ID(try budget.text("id")), in: company).map { transaction in
            JobCostGate.Expected(
                transaction: transaction,
                itemListID: prerequisites.items[prerequisites.itemKey(for: transaction.code)]?.reference?.listID)
        }
    }

    /// The gate as the last reading has it; nil when nothing was exported.
    func gate(of project: Project, in company: Company) throws -> JobCostGate? {
        let expected = try expectedLines(of: project, in: company)
        guard !expected.isEmpty else { return nil }
        return JobCostGate(
            expected: expected, reading: try storedEstimate(of: project.id, in: company).reading)
    }
}
