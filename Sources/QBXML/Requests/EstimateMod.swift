/// Changes an estimate. If any line is listed, QuickBooks deletes every line that is not; with none, lines stay.
/// Order and lengths: OSR 14.0, EstimateMod. An empty text clears its field.
package struct EstimateMod: QBXMLValue {
    package var txnID = ""
    /// As last read; another one is refused with status 3200.
    package var editSequence = ""
    package var customerRef: QBRef?
    package var classRef: QBRef?
    package var txnDate: String?
    package var refNumber: String?
    package var isActive: Bool?
    package var createChangeOrder: Bool?
    package var poNumber: String?
    package var dueDate: String?
    package var memo: String?
    package var other: String?
    package var lines: [EstimateLineToMod] = []

    package init() {}
}

extension EstimateMod: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("TxnID", required: &txnID, .id)
        try visitor.text("EditSequence", required: &editSequence, .line(16))
        try visitor.reference("CustomerRef", &customerRef, 209)
        try visitor.reference("ClassRef", &classRef, 159)
        try visitor.text("TxnDate", &txnDate, .date)
        try visitor.text("RefNumber", &refNumber, .line(11))
        try visitor.value("IsActive", &isActive)
        try visitor.value("CreateChangeOrder", &createChangeOrder)
        try visitor.text("PONumber", &poNumber, .line(25))
        try visitor.text("DueDate", &dueDate, .date)
        try visitor.text("Memo", &memo, .prose(4095))
        try visitor.text("Other", &other, .line(29))
        try visitor.choices(&lines)
    }
}

package enum EstimateLineToMod: Sendable, Hashable {
    case line(EstimateLineMod)
    case group(EstimateLineGroupMod)

    /// The line stays as it is.
    package static func keepLine(_ txnLineID: String) -> EstimateLineToMod {
        .line(EstimateLineMod { $0.txnLineID = txnLineID })
    }

    /// The group and its lines stay as they are.
    package static func keepGroup(_ txnLineID: String) -> EstimateLineToMod {
        .group(EstimateLineGroupMod { $0.txnLineID = txnLineID })
    }
}

extension EstimateLineToMod: Choice {
    static let tags: [StaticString] = ["EstimateLineMod", "EstimateLineGroupMod"]

    init(tag: Int) { self = tag == 0 ? .line(EstimateLineMod()) : .group(EstimateLineGroupMod()) }

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

package struct EstimateLineMod: QBXMLValue {
    /// In place of a line's id, adds a line.
    package static let newLineID = "-1"

    package var txnLineID = EstimateLineMod.newLineID
    /// Absent fields stay as they are.
    package var content = EstimateLineAdd()

    package init() {}

    /// A line to append.
    package init(adding content: EstimateLineAdd) { self.content = content }
}

extension EstimateLineMod: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("TxnLineID", required: &txnLineID, .id)
        // A modified line has the same children in the same order as an added one.
        try content.fields(&visitor)
    }
}

package struct EstimateLineGroupMod: QBXMLValue {
    package var txnLineID = EstimateLineMod.newLineID
    package var itemGroupRef: QBRef?
    package var quantity: QBQuantity?
    package var unitOfMeasure: String?
    package var lines: [EstimateLineMod] = []

    package init() {}
}

extension EstimateLineGroupMod: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("TxnLineID", required: &txnLineID, .id)
        try visitor.reference("ItemGroupRef", &itemGroupRef, 31)
        try visitor.value("Quantity", &quantity)
        try visitor.text("UnitOfMeasure", &unitOfMeasure, .line(31))
        try visitor.aggregates("EstimateLineMod", &lines)
    }
}
