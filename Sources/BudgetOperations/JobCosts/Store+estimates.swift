import BudgetDomain
import SQLDatabase

/// A project's estimate as it was last read, and how it is known.
struct StoredEstimate {
    let number: String
    let guid: String
    let txnID: String?
    /// What the last read found; nil when there was none since the estimate was last written anew.
    let sighting: EstimateSighting?
    let readAt: Instant?
    /// When it was last read equal to what was accepted.
    let soundAt: Instant?
}

extension Transaction {
    func storedEstimate(of project: ID<Project>, in company: Company) throws -> StoredEstimate {
        let row = try row(
            """
            SELECT number, guid, txn_id, edit_sequence, total, read_at, job_list_id, job_full_name, modified_at,
                deleted_at, sound_at, txn_date
            FROM estimates WHERE company_id = $1 AND project_id = $2
            """, [.text(company.id.text), .text(project.text)])
        guard let row else { throw Refused(.noSuchProject(project.text)) }
        let readAt = try row.optionalInteger("read_at").map(Instant.init(microsecondsSince1970:))
        return StoredEstimate(
            number: try row.text("number"), guid: try row.text("guid"), txnID: try row.optionalText("txn_id"),
            sighting: try readAt.map { _ in try sighting(row, of: project, in: company) }, readAt: readAt,
            soundAt: try row.optionalInteger("sound_at").map(Instant.init(microsecondsSince1970:)))
    }

    private func sighting(_ row: Row, of project: ID<Project>, in company: Company) throws -> EstimateSighting {
        guard let txnID = try row.optionalText("txn_id"), let total = try row.optionalInteger("total") else {
            return .gone(deletedAt: try row.optionalText("deleted_at"))
        }
        let job = try row.optionalText("job_list_id").map { listID in
            ListReference(listID: listID, fullName: try row.optionalText("job_full_name") ?? "")
        }
        return .found(
            EstimateReading(
                reference: EstimateReference(txnID: txnID, editSequence: try row.text("edit_sequence")),
                number: try row.text("number"), total: Money(minorUnits: total, currency: company.currency),
                lines: try estimateLines(of: project, in: company), job: job,
                modifiedAt: try row.optionalText("modified_at"),
                date: try row.optionalText("txn_date").flatMap { CalendarDate(iso: $0) }))
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

    /// Replaces what is known of the project's estimate by what was just read.
    func save(_ sighting: EstimateSighting, of project: ID<Project>, in company: ID<Company>, at now: Instant) throws {
        try execute(
            "DELETE FROM estimate_lines WHERE company_id = $1 AND project_id = $2",
            [.text(company.text), .text(project.text)])
        let reading = sighting.reading
        try execute(
            """
            UPDATE estimates SET edit_sequence = $1, total = $2, read_at = $3, txn_id = COALESCE($4, txn_id),
                job_list_id = $5, job_full_name = $6, modified_at = COALESCE($7, modified_at), deleted_at = $8,
                txn_date = $9
            WHERE company_id = $10 AND project_id = $11
            """,
            [
                SQLValue(reading?.reference.editSequence), SQLValue(reading?.total.minorUnits),
                .integer(now.microsecondsSince1970), SQLValue(reading?.reference.txnID),
                SQLValue(reading?.job?.listID), SQLValue(reading?.job?.fullName), SQLValue(reading?.modifiedAt),
                SQLValue(sighting.deletedAt), SQLValue(reading?.date?.iso), .text(company.text), .text(project.text),
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
        return try JobCostGate(
            expected: expected, job: project.job.reference,
            sighting: try storedEstimate(of: project.id, in: company).sighting ?? .gone(deletedAt: nil))
    }
}
