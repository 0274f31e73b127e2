import BudgetDomain
import BudgetOperations

/// An export as programs see it.
struct ExportJSON: Encodable {
    let project: String
    let number: Int
    let kind: String
    let status: String
    let whereItStands: [String]
    let sentAt: String
    let txnID: String?

    init(_ export: Export, project: String) {
        self.project = project
        number = export.number
        kind = export.kind.rawValue
        status = export.statusWord
        whereItStands = export.whereItStands
        sentAt = export.sentAt.iso
        txnID = export.state.estimate?.txnID
    }
}

extension ExportState {
    /// The estimate in QuickBooks, once it is known.
    var estimate: EstimateReference? {
        switch self {
        case .awaitingJobCosts(let estimate, _), .synced(let estimate, _): estimate
        case .mismatched(let mismatch), .rewriting(_, let mismatch): mismatch.reference
        case .readyToExport, .invalid, .exporting, .failedToExport, .rejected, .retrieved: nil
        }
    }
}

struct ExportSummaryJSON: Encodable {
    let export: ExportJSON
    let projectName: String
    let sentBy: String
    let transactions: Int
    let total: MoneyJSON

    init(_ summary: ExportSummary) {
        export = ExportJSON(summary.export, project: summary.projectNumber)
        projectName = summary.projectName
        sentBy = summary.sentByName
        transactions = summary.transactions
        total = MoneyJSON(summary.total)
    }
}

struct ExportDetailJSON: Encodable {
    let summary: ExportSummaryJSON
    let budgetUpdates: [Row]
    let confirmed: Int
    let expected: Int
    let digest: String

    struct Row: Encodable {
        let costCode: String
        let category: String
        let originalBudget: MoneyJSON
        let budgetChanges: MoneyJSON
        let revisedEstimate: MoneyJSON
    }

    init(_ detail: ExportDetail) {
        summary = ExportSummaryJSON(detail.summary)
        budgetUpdates = detail.rows.map { row in
            Row(
                costCode: row.costCode, category: row.category, originalBudget: MoneyJSON(row.originalBudget),
                budgetChanges: MoneyJSON(row.budgetChanges), revisedEstimate: MoneyJSON(row.revisedEstimate))
        }
        confirmed = detail.confirmed
        expected = detail.expected
        digest = detail.summary.digest
    }
}
