package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Sends the budget's unsynced transactions to ERP Integrations, frozen as they are now.
    package func sendBudgetToERP(
        of number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> Export {
        let now = clock.now()
        return try await database.write(of: companyID) { [randomness] tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            let standing = try tx.standing(of: place.project.id, in: place.company)
            let drafts = try standing.sending(
                prerequisites: try tx.prerequisites(of: place),
                costTypeNames: try tx.costTypeNames(of: companyID), by: place.person)
            let export = Export(
                id: randomness.id(), budget: standing.budget.id, number: standing.exports.count + 1,
                kind: standing.wasEverExported ? .update : .original, sentBy: personID, sentAt: now,
                state: .readyToExport)
            let transactions = drafts.map { draft in
                ExportTransaction(id: randomness.id(), mark: randomness.mark(), draft: draft)
            }
            let digest = SnapshotDigest.of(transactions, project: place.project)
            try tx.insert(export, transactions: transactions, digest: digest, of: place)
            try tx.audit(
                .budgetSent, on: "export \(export.number) of \(number)", by: place.actor,
                details: [("transactions", "\(transactions.count)"), ("digest", digest)], in: companyID, at: now)
            try tx.announce(.sent(by: place.person), about: export, in: place.company, at: now)
            return export
        }
    }
}

extension Transaction {
    func insert(_ export: Export, transactions: [ExportTransaction], digest: String, of place: Place) throws {
        do {
            try execute(
                """
                INSERT INTO exports (company_id, id, budget_id, project_id, number, kind, sent_by, sent_at, state,
                    detail, is_open, is_in_quickbooks, digest)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                """,
                [
                    .text(place.company.id.text), .text(export.id.text), .text(export.budget.text),
                    .text(place.project.id.text), SQLValue(export.number), .text(export.kind.rawValue),
                    .text(export.sentBy.text), .integer(export.sentAt.microsecondsSince1970),
                    .text(export.state.name.rawValue), .text(try StoredText.encode(StoredExportDetail(export.state))),
                    SQLValue(export.state.isOpen), SQLValue(export.state.isInQuickBooks), .text(digest),
                ])
        } catch DatabaseError.uniqueViolation("exports_one_open") {
            throw Refused(.budgetWaitsForApprover(act: .send))
        }
        try insert(transactions, of: export, in: place.company.id)
    }
}
