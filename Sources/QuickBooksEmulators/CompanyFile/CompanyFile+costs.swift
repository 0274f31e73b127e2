internal import QBXML

package enum CostKind: Sendable, Hashable, CaseIterable {
    case bill, check, creditCardCharge, creditCardCredit, vendorCredit
}

/// Costs entered by a bookkeeper.
extension CompanyFile {
    /// - Parameters:
    ///   - payee: the vendor or whoever was paid.
    ///   - date: as `2026-02-01`.
    /// - Returns: the TxnID.
    @discardableResult
    package func addCost(
        _ kind: CostKind, payee: String, date: String, refNumber: String? = nil, lines: [CostLine]
    ) throws(Rejection) -> String {
        try enter { records throws(Rejection) in
            let entered = try records.entered(lines)
            let head = records.newHead(payee: payee, date: date, refNumber: refNumber)
            records.append(kind, head, entered)
            return head.txnID
        }
    }

    /// - Parameter lines: by item only; an order has no others.
    /// - Returns: the TxnID.
    @discardableResult
    package func addPurchaseOrder(
        vendor: String, date: String, refNumber: String? = nil, lines: [CostLine], isClosed: Bool = false
    ) throws(Rejection) -> String {
        try enter { records throws(Rejection) in
            let entered = try records.entered(lines)
            let head = records.newHead(payee: vendor, date: date, refNumber: refNumber)
            var order = PurchaseOrderRet()
            order.txnID = head.txnID
            order.timeCreated = head.time
            order.timeModified = head.time
            order.editSequence = head.editSequence
            order.txnNumber = head.number
            order.vendorRef = head.payee
            order.txnDate = head.date
            order.refNumber = head.refNumber
            order.totalAmount = entered.total
            order.isManuallyClosed = isClosed
            order.isFullyReceived = false
            order.lines = entered.items.map { .line(Self.orderLine($0)) }
            records.purchaseOrders.append(order)
            return order.txnID
        }
    }

    /// - Parameters:
    ///   - debits: by account only, as are the credits.
    /// - Returns: the TxnID.
    @discardableResult
    package func addJournalEntry(
        date: String, refNumber: String? = nil, debits: [CostLine], credits: [CostLine]
    ) throws(Rejection) -> String {
        try enter { records throws(Rejection) in
            let debits = try records.entered(debits).expenses.map(Self.journalLine)
            let credits = try records.entered(credits).expenses.map(Self.journalLine)
            let head = records.newHead(payee: "", date: date, refNumber: refNumber)
            var entry = JournalEntryRet()
            entry.txnID = head.txnID
            entry.timeCreated = head.time
            entry.timeModified = head.time
            entry.editSequence = head.editSequence
            entry.txnNumber = head.number
            entry.txnDate = head.date
            entry.refNumber = head.refNumber
            entry.isAdjustment = false
            entry.lines = debits.map { .debit($0) } + credits.map { .credit($0) }
            records.journalEntries.append(entry)
            return entry.txnID
        }
    }

    private static func orderLine(_ item: ItemLineRet) -> PurchaseOrderLineRet {
        var line = PurchaseOrderLineRet()
        line.txnLineID = item.txnLineID
        line.itemRef = item.itemRef
        line.desc = item.desc
        line.quantity = .one
        line.amount = item.amount
        line.rate = item.amount.flatMap { QBPrice($0) }
        line.customerRef = item.customerRef
        line.receivedQuantity = QBQuantity(hundredThousandths: 0)
        line.isBilled = false
        line.isManuallyClosed = false
        return line
    }

    private static func journalLine(_ expense: ExpenseLineRet) -> JournalLine {
        var line = JournalLine()
        line.txnLineID = expense.txnLineID
        line.accountRef = expense.accountRef
        line.amount = expense.amount
        line.memo = expense.memo
        line.entityRef = expense.customerRef
        return line
    }
}

/// What every new transaction begins with.
struct TxnHead: Sendable {
    let txnID: String
    let time: String
    let editSequence: String
    let number: Int
    let payee: QBRef
    let date: String
    let refNumber: String?
}

extension CompanyRecords {
    mutating func newHead(payee: String, date: String, refNumber: String?) -> TxnHead {
        TxnHead(
            txnID: newTxnID(), time: now, editSequence: newEditSequence(), number: nextNumber(),
            payee: QBRef(fullName: payee), date: date, refNumber: refNumber)
    }

    mutating func append(_ kind: CostKind, _ head: TxnHead, _ entered: EnteredLines) {
        switch kind {
        case .bill: bills.append(BillRet(head, entered))
        case .check: checks.append(CheckRet(head, entered))
        case .creditCardCharge: cardCharges.append(CreditCardTxnRet(head, entered))
        case .creditCardCredit: cardCredits.append(CreditCardTxnRet(head, entered))
        case .vendorCredit: vendorCredits.append(VendorCreditRet(head, entered))
        }
    }
}
