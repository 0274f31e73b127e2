package import BudgetDomain
import SQLDatabase

/// An export with who decided what, and what it carries.
package struct ExportRecord: Hashable, Sendable {
    package let export: Export
    package let digest: String
    package let sentBy: String
    /// Nil when nobody accepted it.
    package let acceptance: Acceptance?
    package let transactions: [ExportTransaction]

    package struct Acceptance: Hashable, Sendable {
        package let name: String
        package let at: Instant
    }

    /// Whether the acceptance still stands: one that was rejected after it had failed was taken back.
    var isApproved: Bool {
        switch export.state {
        case .exporting, .awaitingJobCosts, .mismatched, .rewriting, .synced, .failedToExport: true
        case .readyToExport, .invalid, .rejected, .retrieved: false
        }
    }
}

extension Transaction {
    /// The project's exports, oldest first.
    func exportRecords(of place: Place) throws -> [ExportRecord] {
        let columns = Self.exportColumns.split(separator: ", ").map { "e." + $0 }.joined(separator: ", ")
        return try rows(
            """
            SELECT \(columns), e.digest, e.accepted_at, s.name AS sender, a.name AS approver
            FROM exports e
            JOIN people s ON s.company_id = e.company_id AND s.id = e.sent_by
            LEFT JOIN people a ON a.company_id = e.company_id AND a.id = e.accepted_by
            WHERE e.company_id = $1 AND e.project_id = $2 ORDER BY e.number
            """, [.text(place.company.id.text), .text(place.project.id.text)]
        ).map { row in
            let export = try Self.export(row, in: place.company)
            var acceptance: ExportRecord.Acceptance?
            if let name = try row.optionalText("approver"), let at = try row.optionalInteger("accepted_at") {
                acceptance = ExportRecord.Acceptance(name: name, at: Instant(microsecondsSince1970: at))
            }
            // Who keeps QuickBooks' amounts sends and accepts them in one act.
            if export.kind == .adoption {
                acceptance = ExportRecord.Acceptance(name: try row.text("sender"), at: export.sentAt)
            }
            return ExportRecord(
                export: export, digest: try row.text("digest"), sentBy: try row.text("sender"),
                acceptance: acceptance, transactions: try transactions(of: export.id, in: place.company))
        }
    }
}
