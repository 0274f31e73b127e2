/// An estimate as QuickBooks holds it. Its lines are there only if the query asked for them.
package struct EstimateRet: QBXMLValue {
    package var txnID = ""
    package var timeCreated: String?
    package var timeModified: String?
    package var editSequence: String?
    package var txnNumber: Int?
    package var customerRef: QBRef?
    package var classRef: QBRef?
    package var templateRef: QBRef?
    package var txnDate: String?
    package var refNumber: String?
    package var isActive: Bool?
    package var poNumber: String?
    package var dueDate: String?
    package var subtotal: QBAmount?
    package var salesTaxTotal: QBAmount?
    package var totalAmount: QBAmount?
    package var memo: String?
    package var other: String?
    package var externalGUID: String?
    package var linkedTxns: [LinkedTxnRet] = []
    /// In the order shown in QuickBooks.
    package var lines: [EstimateLineOrGroupRet] = []
    package var dataExts: [DataExtRet] = []

    package init() {}
}

extension EstimateRet: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("TxnID", required: &txnID, .id)
        try visitor.text("TimeCreated", &timeCreated, .dateTime)
        try visitor.text("TimeModified", &timeModified, .dateTime)
        try visitor.text("EditSequence", &editSequence, .line(16))
        try visitor.value("TxnNumber", &txnNumber)
        try visitor.reference("CustomerRef", &customerRef, 209)
        try visitor.reference("ClassRef", &classRef, 159)
        try visitor.reference("TemplateRef", &templateRef, 31)
        try visitor.text("TxnDate", &txnDate, .date)
        try visitor.text("RefNumber", &refNumber, .line(11))
        try visitor.value("IsActive", &isActive)
        try visitor.text("PONumber", &poNumber, .line(25))
        try visitor.text("DueDate", &dueDate, .date)
        try visitor.value("Subtotal", &subtotal)
        try visitor.value("SalesTaxTotal", &salesTaxTotal)
        try visitor.value("TotalAmount", &totalAmount)
        try visitor.text("Memo", &memo, .prose(4095))
        try visitor.text("Other", &other, .line(29))
        try visitor.text("ExternalGUID", &externalGUID, .guid)
        try visitor.aggregates("LinkedTxn", &linkedTxns)
        try visitor.choices(&lines)
        try visitor.aggregates("DataExtRet", &dataExts)
    }
}

package enum EstimateLineOrGroupRet: Sendable, Hashable {
    case line(EstimateLineRet)
    case group(EstimateLineGroupRet)
}

extension EstimateLineOrGroupRet: Choice {
    static let tags: [StaticString] = ["EstimateLineRet", "EstimateLineGroupRet"]

    init(tag: Int) { self = tag == 0 ? .line(EstimateLineRet()) : .group(EstimateLineGroupRet()) }

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

package struct EstimateLineRet: QBXMLValue {
    package var txnLineID = ""
    package var itemRef: QBRef?
    package var desc: String?
    package var quantity: QBQuantity?
    package var unitOfMeasure: String?
    package var rate: QBPrice?
    package var ratePercent: QBPercent?
    package var classRef: QBRef?
    /// Absent on comment lines.
    package var amount: QBAmount?
    package var salesTaxCodeRef: QBRef?
    package var markupRate: QBPrice?
    package var markupRatePercent: QBPercent?
    package var other1: String?
    package var other2: String?
    package var dataExts: [DataExtRet] = []

    package init() {}
}

extension EstimateLineRet: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("TxnLineID", required: &txnLineID, .id)
        try visitor.reference("ItemRef", &itemRef, 159)
        try visitor.text("Desc", &desc, .prose(4095))
        try visitor.value("Quantity", &quantity)
        try visitor.text("UnitOfMeasure", &unitOfMeasure, .line(31))
        try visitor.value("Rate", &rate)
        try visitor.value("RatePercent", &ratePercent)
        try visitor.reference("ClassRef", &classRef, 159)
        try visitor.value("Amount", &amount)
        try visitor.reference("SalesTaxCodeRef", &salesTaxCodeRef, 3)
        try visitor.value("MarkupRate", &markupRate)
        try visitor.value("MarkupRatePercent", &markupRatePercent)
        try visitor.text("Other1", &other1, .line(29))
        try visitor.text("Other2", &other2, .line(29))
        try visitor.aggregates("DataExtRet", &dataExts)
    }
}

package struct EstimateLineGroupRet: QBXMLValue {
    package var txnLineID = ""
    package var itemGroupRef: QBRef?
    package var desc: String?
    package var quantity: QBQuantity?
    package var unitOfMeasure: String?
    package var isPrintItemsInGroup: Bool?
    package var totalAmount: QBAmount?
    package var lines: [EstimateLineRet] = []

    package init() {}
}

extension EstimateLineGroupRet: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("TxnLineID", required: &txnLineID, .id)
        try visitor.reference("ItemGroupRef", &itemGroupRef, 31)
        try visitor.text("Desc", &desc, .prose(4095))
        try visitor.value("Quantity", &quantity)
        try visitor.text("UnitOfMeasure", &unitOfMeasure, .line(31))
        try visitor.value("IsPrintItemsInGroup", &isPrintItemsInGroup)
        try visitor.value("TotalAmount", &totalAmount)
        try visitor.aggregates("EstimateLineRet", &lines)
    }
}
