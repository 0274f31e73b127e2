internal import QBXML

/// What the transactions of a company file have in common.
protocol TxnRecord: Sendable {
    var txnID: String { get }
    var timeModified: String? { get }
    var txnDate: String? { get }
    var refNumber: String? { get }
    /// The customer, vendor or payee of the whole transaction.
    var entity: QBRef? { get }
    var isPaidInFull: Bool { get }
    mutating func dropLines()
    mutating func dropLinks()
}

extension TxnRecord {
    var isPaidInFull: Bool { false }
    mutating func dropLinks() {}
}

extension EstimateRet: TxnRecord {
    var entity: QBRef? { customerRef }
    mutating func dropLines() { lines = [] }
    mutating func dropLinks() { linkedTxns = [] }
}

extension BillRet: TxnRecord {
    var entity: QBRef? { vendorRef }
    var isPaidInFull: Bool { isPaid == true }
    mutating func dropLines() { (expenseLines, itemLines) = ([], []) }
    mutating func dropLinks() { linkedTxns = [] }
}

extension VendorCreditRet: TxnRecord {
    var entity: QBRef? { vendorRef }
    mutating func dropLines() { (expenseLines, itemLines) = ([], []) }
    mutating func dropLinks() { linkedTxns = [] }
}

extension CheckRet: TxnRecord {
    var entity: QBRef? { payeeEntityRef }
    mutating func dropLines() { (expenseLines, itemLines) = ([], []) }
    mutating func dropLinks() { linkedTxns = [] }
}

extension CreditCardTxnRet: TxnRecord {
    var entity: QBRef? { payeeEntityRef }
    mutating func dropLines() { (expenseLines, itemLines) = ([], []) }
}

extension PurchaseOrderRet: TxnRecord {
    var entity: QBRef? { vendorRef }
    mutating func dropLines() { lines = [] }
    mutating func dropLinks() { linkedTxns = [] }
}

extension JournalEntryRet: TxnRecord {
    var entity: QBRef? { nil }
    mutating func dropLines() { lines = [] }
}
