/// Adds an estimate. Order and lengths: OSR 14.0, EstimateAdd.
package struct EstimateAdd: QBXMLValue {
    package var customerRef = QBRef()
    package var classRef: QBRef?
    package var templateRef: QBRef?
    package var txnDate: String?
    package var refNumber: String?
    package var isActive: Bool?
    package var poNumber: String?
    package var dueDate: String?
    package var memo: String?
    package var other: String?
    package var externalGUID: String?
    /// At least one.
    package var lines: [EstimateLineToAdd] = []

    package init() {}
}

extension EstimateAdd: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        var customer: QBRef? = customerRef
        try visitor.reference("CustomerRef", &customer, 209)
        guard let customer else { throw visitor.fault("CustomerRef", .missing) }
        customerRef = customer
        try visitor.reference("ClassRef", &classRef, 159)
        try visitor.reference("TemplateRef", &templateRef, 31)
        try visitor.text("TxnDate", &txnDate, .date)
        try visitor.text("RefNumber", &refNumber, .line(11))
        try visitor.value("IsActive", &isActive)
        try visitor.text("PONumber", &poNumber, .line(25))
        try visitor.text("DueDate", &dueDate, .date)
        try visitor.text("Memo", &memo, .prose(4095))
        try visitor.text("Other", &other, .line(29))
        try visitor.text("ExternalGUID", &externalGUID, .guid)
        try visitor.choices(&lines)
        if lines.isEmpty { throw visitor.fault("EstimateLineAdd", .missing) }
    }
}

package enum EstimateLineToAdd: Sendable, Hashable {
    case line(EstimateLineAdd)
    case group(EstimateLineGroupAdd)
}

extension EstimateLineToAdd: Choice {
    static let tags: [StaticString] = ["EstimateLineAdd", "EstimateLineGroupAdd"]

    init(tag: Int) { self = tag == 0 ? .line(EstimateLineAdd()) : .group(EstimateLineGroupAdd()) }

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

/// One line. Without an item it is a comment. If both a rate and an amount are given, QuickBooks ignores the rate.
package struct EstimateLineAdd: QBXMLValue {
    package var itemRef: QBRef?
    package var desc: String?
    package var quantity: QBQuantity?
    package var unitOfMeasure: String?
    package var rate: QBPrice?
    package var ratePercent: QBPercent?
    package var classRef: QBRef?
    package var amount: QBAmount?
    package var salesTaxCodeRef: QBRef?
    package var markupRatePercent: QBPercent?
    package var other1: String?
    package var other2: String?

    package init() {}
}

extension EstimateLineAdd: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.reference("ItemRef", &itemRef, 159)
        try visitor.text("Desc", &desc, .prose(4095))
        try visitor.value("Quantity", &quantity)
        try visitor.text("UnitOfMeasure", &unitOfMeasure, .line(31))
        try visitor.value("Rate", &rate)
        try visitor.value("RatePercent", &ratePercent)
        try visitor.reference("ClassRef", &classRef, 159)
        try visitor.value("Amount", &amount)
        try visitor.reference("SalesTaxCodeRef", &salesTaxCodeRef, 3)
        try visitor.value("MarkupRatePercent", &markupRatePercent)
        try visitor.text("Other1", &other1, .line(29))
        try visitor.text("Other2", &other2, .line(29))
        try visitor.exclusive("RatePercent", rate != nil, ratePercent != nil)
    }
}

/// Lines that QuickBooks makes from a group item.
package struct EstimateLineGroupAdd: QBXMLValue {
    package var itemGroupRef = QBRef()
    package var quantity: QBQuantity?
    package var unitOfMeasure: String?

    package init() {}
}

extension EstimateLineGroupAdd: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        var group: QBRef? = itemGroupRef
        try visitor.reference("ItemGroupRef", &group, 31)
        guard let group else { throw visitor.fault("ItemGroupRef", .missing) }
        itemGroupRef = group
        try visitor.value("Quantity", &quantity)
        try visitor.text("UnitOfMeasure", &unitOfMeasure, .line(31))
    }
}
