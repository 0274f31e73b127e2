internal import BudgetDomain
internal import QBXML

/// What all lines of one document share.
struct JobCostDocument {
    let kind: JobCostDocumentLine.Kind
    let txnID: String
    let date: String?
    let number: String?
    let party: String?
    let currency: Currency

    /// Whether the document's lines, which QuickBooks shows positive, lessen the cost.
    private var isCredit: Bool {
        switch kind {
        case .creditCardCredit, .vendorCredit: true
        case .bill, .check, .creditCardCharge, .journalEntry, .purchaseOrder: false
        }
    }

    /// - Parameter cents: as QuickBooks shows them.
    func line(_ txnLineID: String, job: String, item: QBRef?, shownAs name: String?, cents: Int64) -> JobCostLine {
        JobCostLine(
            jobListID: job,
            line: JobCostDocumentLine(
                kind: kind, txnID: txnID, txnLineID: txnLineID, date: date ?? "", number: number ?? "",
                party: party ?? "", itemListID: item?.listID, itemOrAccount: item?.fullName ?? name ?? "",
                amount: Money(minorUnits: isCredit ? -cents : cents, currency: currency)))
    }
}
