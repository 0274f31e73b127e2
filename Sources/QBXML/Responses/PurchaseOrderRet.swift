/// A purchase order: committed cost for what is neither received nor closed.
package struct PurchaseOrderRet: QBXMLValue {
    package var txnID = ""
    package var timeCreated: String?
    package var timeModified: String?
    package var editSequence: String?
    package var txnNumber: Int?
    package var vendorRef: QBRef?
    package var classRef: QBRef?
    package var shipToEntityRef: QBRef?
    package var txnDate: String?
    package var refNumber: String?
    package var expectedDate: String?
    package var totalAmount: QBAmount?
    package var currencyRef: QBRef?
    package var isManuallyClosed: Bool?
    package var isFullyReceived: Bool?
    package var memo: String?
    package var externalGUID: String?
    package var linkedTxns: [LinkedTxnRet] = []
    package var lines: [PurchaseOrderLineOrGroupRet] = []

    package init() {}
}

extension PurchaseOrderRet: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("TxnID", required: &txnID, .id)
        try visitor.text("TimeCreated", &timeCreated, .dateTime)
        try visitor.text("TimeModified", &timeModified, .dateTime)
        try visitor.text("EditSequence", &editSequence, .line(16))
        try visitor.value("TxnNumber", &txnNumber)
        try visitor.reference("VendorRef", &vendorRef, 41)
        try visitor.reference("ClassRef", &classRef, 159)
        try visitor.reference("ShipToEntityRef", &shipToEntityRef, 209)
        try visitor.text("TxnDate", &txnDate, .date)
        try visitor.text("RefNumber", &refNumber, .line(11))
        try visitor.text("ExpectedDate", &expectedDate, .date)
        try visitor.value("TotalAmount", &totalAmount)
        try visitor.reference("CurrencyRef", &currencyRef, 64)
        try visitor.value("IsManuallyClosed", &isManuallyClosed)
        try visitor.value("IsFullyReceived", &isFullyReceived)
        try visitor.text("Memo", &memo, .prose(4095))
        try visitor.text("ExternalGUID", &externalGUID, .guid)
        try visitor.aggregates("LinkedTxn", &linkedTxns)
        try visitor.choices(&lines)
    }
}

package enum PurchaseOrderLineOrGroupRet: Sendable, Hashable {
    case line(PurchaseOrderLineRet)
    case group(PurchaseOrderLineGroupRet)
}

extension PurchaseOrderLineOrGroupRet: Choice {
    static let tags: [StaticString] = ["PurchaseOrderLineRet", "PurchaseOrderLineGroupRet"]

    init(tag: Int) { self = tag == 0 ? .line(PurchaseOrderLineRet()) : .group(PurchaseOrderLineGroupRet()) }

    var tag: Int {
        switch self {
        case .line: 0
        case .group: 1
        }
    }

    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        switch self {
        case .line(var line):
            try line.fields(&visitor)
            self = .line(line)
        case .group(var group):
            try group.fields(&visitor)
            self = .group(group)
        }
    }
}

package struct PurchaseOrderLineRet: QBXMLValue {
    package var txnLineID = ""
    package var itemRef: QBRef?
    package var desc: String?
    package var quantity: QBQuantity?
    package var unitOfMeasure: String?
    package var rate: QBPrice?
    package var classRef: QBRef?
    package var amount: QBAmount?
    package var customerRef: QBRef?
    package var receivedQuantity: QBQuantity?
    package var unbilledQuantity: QBQuantity?
    package var isBilled: Bool?
    package var isManuallyClosed: Bool?

    package init() {}
}

extension PurchaseOrderLineRet: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("TxnLineID", required: &txnLineID, .id)
        try visitor.reference("ItemRef", &itemRef, 159)
        try visitor.text("Desc", &desc, .prose(4095))
        try visitor.value("Quantity", &quantity)
        try visitor.text("UnitOfMeasure", &unitOfMeasure, .line(31))
        try visitor.value("Rate", &rate)
        try visitor.reference("ClassRef", &classRef, 159)
        try visitor.value("Amount", &amount)
        try visitor.reference("CustomerRef", &customerRef, 209)
        try visitor.value("ReceivedQuantity", &receivedQuantity)
        try visitor.value("UnbilledQuantity", &unbilledQuantity)
        try visitor.value("IsBilled", &isBilled)
        try visitor.value("IsManuallyClosed", &isManuallyClosed)
    }
}

package struct PurchaseOrderLineGroupRet: QBXMLValue {
    package var txnLineID = ""
    package var itemGroupRef: QBRef?
    package var desc: String?
    package var quantity: QBQuantity?
    package var totalAmount: QBAmount?
    package var lines: [PurchaseOrderLineRet] = []

    package init() {}
}

extension PurchaseOrderLineGroupRet: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("TxnLineID", required: &txnLineID, .id)
        try visitor.reference("ItemGroupRef", &itemGroupRef, 31)
        try visitor.text("Desc", &desc, .prose(4095))
        try visitor.value("Quantity", &quantity)
        try visitor.value("TotalAmount", &totalAmount)
        try visitor.aggregates("PurchaseOrderLineRet", &lines)
    }
}
