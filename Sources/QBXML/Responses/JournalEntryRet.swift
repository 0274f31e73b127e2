package struct JournalEntryRet: QBXMLValue {
    package var txnID = ""
    package var timeCreated: String?
    package var timeModified: String?
    package var editSequence: String?
    package var txnNumber: Int?
    package var txnDate: String?
    package var refNumber: String?
    package var isAdjustment: Bool?
    package var currencyRef: QBRef?
    package var externalGUID: String?
    package var lines: [JournalLineRet] = []

    package init() {}
}

extension JournalEntryRet: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("TxnID", required: &txnID, .id)
        try visitor.text("TimeCreated", &timeCreated, .dateTime)
        try visitor.text("TimeModified", &timeModified, .dateTime)
        try visitor.text("EditSequence", &editSequence, .line(16))
        try visitor.value("TxnNumber", &txnNumber)
        try visitor.text("TxnDate", &txnDate, .date)
        try visitor.text("RefNumber", &refNumber, .line(11))
        try visitor.value("IsAdjustment", &isAdjustment)
        try visitor.reference("CurrencyRef", &currencyRef, 64)
        try visitor.text("ExternalGUID", &externalGUID, .guid)
        try visitor.choices(&lines)
    }
}

package enum JournalLineRet: Sendable, Hashable {
    case debit(JournalLine)
    case credit(JournalLine)
}

extension JournalLineRet: Choice {
    static let tags: [StaticString] = ["JournalDebitLine", "JournalCreditLine"]

    init(tag: Int) { self = tag == 0 ? .debit(JournalLine()) : .credit(JournalLine()) }

    var tag: Int {
        switch self {
        case .debit: 0
        case .credit: 1
        }
    }

    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        switch self {
        case .debit(var line):
            try line.fields(&visitor)
            self = .debit(line)
        case .credit(var line):
            try line.fields(&visitor)
            self = .credit(line)
        }
    }
}

package struct JournalLine: QBXMLValue {
    package var txnLineID: String?
    package var accountRef: QBRef?
    package var amount: QBAmount?
    package var memo: String?
    /// May be a job.
    package var entityRef: QBRef?
    package var classRef: QBRef?
    package var billableStatus: String?

    package init() {}
}

extension JournalLine: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("TxnLineID", &txnLineID, .id)
        try visitor.reference("AccountRef", &accountRef, 159)
        try visitor.value("Amount", &amount)
        try visitor.text("Memo", &memo, .prose(4095))
        try visitor.reference("EntityRef", &entityRef, 209)
        try visitor.reference("ClassRef", &classRef, 159)
        try visitor.text("BillableStatus", &billableStatus, .line(20))
    }
}
