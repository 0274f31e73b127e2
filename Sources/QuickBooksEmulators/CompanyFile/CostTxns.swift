internal import QBXML

/// The four kinds of cost, each with its own names for the payee and the total.
extension BillRet {
    init(_ head: TxnHead, _ entered: EnteredLines) {
        self.init()
        txnID = head.txnID
        timeCreated = head.time
        timeModified = head.time
        editSequence = head.editSequence
        txnNumber = head.number
        txnDate = head.date
        refNumber = head.refNumber
        vendorRef = head.payee
        amountDue = entered.total
        isPaid = false
        dueDate = head.date
        expenseLines = entered.expenses
        itemLines = entered.items.map { .line($0) }
    }
}

extension VendorCreditRet {
    init(_ head: TxnHead, _ entered: EnteredLines) {
        self.init()
        txnID = head.txnID
        timeCreated = head.time
        timeModified = head.time
        editSequence = head.editSequence
        txnNumber = head.number
        txnDate = head.date
        refNumber = head.refNumber
        vendorRef = head.payee
        creditAmount = entered.total
        expenseLines = entered.expenses
        itemLines = entered.items.map { .line($0) }
    }
}

extension CheckRet {
    init(_ head: TxnHead, _ entered: EnteredLines) {
        self.init()
        txnID = head.txnID
        timeCreated = head.time
        timeModified = head.time
        editSequence = head.editSequence
        txnNumber = head.number
        txnDate = head.date
        refNumber = head.refNumber
        payeeEntityRef = head.payee
        amount = entered.total
        expenseLines = entered.expenses
        itemLines = entered.items.map { .line($0) }
    }
}

extension CreditCardTxnRet {
    init(_ head: TxnHead, _ entered: EnteredLines) {
        self.init()
        txnID = head.txnID
        timeCreated = head.time
        timeModified = head.time
        editSequence = head.editSequence
        txnNumber = head.number
        txnDate = head.date
        refNumber = head.refNumber
        payeeEntityRef = head.payee
        amount = entered.total
        expenseLines = entered.expenses
        itemLines = entered.items.map { .line($0) }
    }
}
