package struct BillRet: QBXMLValue {
    package var txnID = ""
    package var timeCreated: String?
    package var timeModified: String?
    package var editSequence: String?
    package var txnNumber: Int?
    package var vendorRef: QBRef?
    package var apAccountRef: QBRef?
    package var txnDate: String?
    package var dueDate: String?
    package var amountDue: QBAmount?
    package var currencyRef: QBRef?
    package var refNumber: String?
    package var memo: String?
    package var isPaid: Bool?
    package var externalGUID: String?
    package var linkedTxns: [LinkedTxnRet] = []
    package var expenseLines: [ExpenseLineRet] = []
    package var itemLines: [ItemLineOrGroupRet] = []
    package var openAmount: QBAmount?

    package init() {}
}

extension BillRet: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("TxnID", required: &txnID, .id)
        try visitor.text("TimeCreated", &timeCreated, .dateTime)
        try visitor.text("TimeModified", &timeModified, .dateTime)
        try visitor.text("EditSequence", &editSequence, .line(16))
        try visitor.value("TxnNumber", &txnNumber)
        try visitor.reference("VendorRef", &vendorRef, 41)
        try visitor.reference("APAccountRef", &apAccountRef, 159)
        try visitor.text("TxnDate", &txnDate, .date)
        try visitor.text("DueDate", &dueDate, .date)
        try visitor.value("AmountDue", &amountDue)
        try visitor.reference("CurrencyRef", &currencyRef, 64)
        try visitor.text("RefNumber", &refNumber, .line(20))
        try visitor.text("Memo", &memo, .prose(4095))
        try visitor.value("IsPaid", &isPaid)
        try visitor.text("ExternalGUID", &externalGUID, .guid)
        try visitor.aggregates("LinkedTxn", &linkedTxns)
        try visitor.aggregates("ExpenseLineRet", &expenseLines)
        try visitor.choices(&itemLines)
        try visitor.value("OpenAmount", &openAmount)
    }
}

/// Its lines are positive; as a job cost they count negative.
package struct VendorCreditRet: QBXMLValue {
    package var txnID = ""
    package var timeCreated: String?
    package var timeModified: String?
    package var editSequence: String?
    package var txnNumber: Int?
    package var vendorRef: QBRef?
    package var apAccountRef: QBRef?
    package var txnDate: String?
    package var creditAmount: QBAmount?
    package var currencyRef: QBRef?
    package var refNumber: String?
    package var memo: String?
    package var externalGUID: String?
    package var linkedTxns: [LinkedTxnRet] = []
    package var expenseLines: [ExpenseLineRet] = []
    package var itemLines: [ItemLineOrGroupRet] = []
    package var openAmount: QBAmount?

    package init() {}
}

extension VendorCreditRet: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("TxnID", required: &txnID, .id)
        try visitor.text("TimeCreated", &timeCreated, .dateTime)
        try visitor.text("TimeModified", &timeModified, .dateTime)
        try visitor.text("EditSequence", &editSequence, .line(16))
        try visitor.value("TxnNumber", &txnNumber)
        try visitor.reference("VendorRef", &vendorRef, 41)
        try visitor.reference("APAccountRef", &apAccountRef, 159)
        try visitor.text("TxnDate", &txnDate, .date)
        try visitor.value("CreditAmount", &creditAmount)
        try visitor.reference("CurrencyRef", &currencyRef, 64)
        try visitor.text("RefNumber", &refNumber, .line(20))
        try visitor.text("Memo", &memo, .prose(4095))
        try visitor.text("ExternalGUID", &externalGUID, .guid)
        try visitor.aggregates("LinkedTxn", &linkedTxns)
        try visitor.aggregates("ExpenseLineRet", &expenseLines)
        try visitor.choices(&itemLines)
        try visitor.value("OpenAmount", &openAmount)
    }
}

package struct CheckRet: QBXMLValue {
    package var txnID = ""
    package var timeCreated: String?
    package var timeModified: String?
    package var editSequence: String?
    package var txnNumber: Int?
    package var accountRef: QBRef?
    package var payeeEntityRef: QBRef?
    package var refNumber: String?
    package var txnDate: String?
    package var amount: QBAmount?
    package var currencyRef: QBRef?
    package var memo: String?
    package var externalGUID: String?
    package var linkedTxns: [LinkedTxnRet] = []
    package var expenseLines: [ExpenseLineRet] = []
    package var itemLines: [ItemLineOrGroupRet] = []

    package init() {}
}

extension CheckRet: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("TxnID", required: &txnID, .id)
        try visitor.text("TimeCreated", &timeCreated, .dateTime)
        try visitor.text("TimeModified", &timeModified, .dateTime)
        try visitor.text("EditSequence", &editSequence, .line(16))
        try visitor.value("TxnNumber", &txnNumber)
        try visitor.reference("AccountRef", &accountRef, 159)
        try visitor.reference("PayeeEntityRef", &payeeEntityRef, 209)
        try visitor.text("RefNumber", &refNumber, .line(11))
        try visitor.text("TxnDate", &txnDate, .date)
        try visitor.value("Amount", &amount)
        try visitor.reference("CurrencyRef", &currencyRef, 64)
        try visitor.text("Memo", &memo, .prose(4095))
        try visitor.text("ExternalGUID", &externalGUID, .guid)
        try visitor.aggregates("LinkedTxn", &linkedTxns)
        try visitor.aggregates("ExpenseLineRet", &expenseLines)
        try visitor.choices(&itemLines)
    }
}

/// A charge to a credit card, or a credit on one (whose lines count negative as job costs).
package struct CreditCardTxnRet: QBXMLValue {
    package var txnID = ""
    package var timeCreated: String?
    package var timeModified: String?
    package var editSequence: String?
    package var txnNumber: Int?
    package var accountRef: QBRef?
    package var payeeEntityRef: QBRef?
    package var txnDate: String?
    package var amount: QBAmount?
    package var currencyRef: QBRef?
    package var refNumber: String?
    package var memo: String?
    package var externalGUID: String?
    package var expenseLines: [ExpenseLineRet] = []
    package var itemLines: [ItemLineOrGroupRet] = []

    package init() {}
}

extension CreditCardTxnRet: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("TxnID", required: &txnID, .id)
        try visitor.text("TimeCreated", &timeCreated, .dateTime)
        try visitor.text("TimeModified", &timeModified, .dateTime)
        try visitor.text("EditSequence", &editSequence, .line(16))
        try visitor.value("TxnNumber", &txnNumber)
        try visitor.reference("AccountRef", &accountRef, 159)
        try visitor.reference("PayeeEntityRef", &payeeEntityRef, 209)
        try visitor.text("TxnDate", &txnDate, .date)
        try visitor.value("Amount", &amount)
        try visitor.reference("CurrencyRef", &currencyRef, 64)
        try visitor.text("RefNumber", &refNumber, .line(11))
        try visitor.text("Memo", &memo, .prose(4095))
        try visitor.text("ExternalGUID", &externalGUID, .guid)
        try visitor.aggregates("ExpenseLineRet", &expenseLines)
        try visitor.choices(&itemLines)
    }
}
