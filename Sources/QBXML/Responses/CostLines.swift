/// A cost by account. With a job as its customer it is a job cost that has no item.
package struct ExpenseLineRet: QBXMLValue {
    package var txnLineID = ""
    package var accountRef: QBRef?
    package var amount: QBAmount?
    package var memo: String?
    package var customerRef: QBRef?
    package var classRef: QBRef?
    package var billableStatus: String?

    package init() {}
}

extension ExpenseLineRet: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("TxnLineID", required: &txnLineID, .id)
        try visitor.reference("AccountRef", &accountRef, 159)
        try visitor.value("Amount", &amount)
        try visitor.text("Memo", &memo, .prose(4095))
        try visitor.reference("CustomerRef", &customerRef, 209)
        try visitor.reference("ClassRef", &classRef, 159)
        try visitor.text("BillableStatus", &billableStatus, .line(20))
    }
}

/// A cost by item: for us, by cost code.
package struct ItemLineRet: QBXMLValue {
    package var txnLineID = ""
    package var itemRef: QBRef?
    package var desc: String?
    package var quantity: QBQuantity?
    package var unitOfMeasure: String?
    package var cost: QBPrice?
    package var amount: QBAmount?
    package var customerRef: QBRef?
    package var classRef: QBRef?
    package var billableStatus: String?

    package init() {}
}

extension ItemLineRet: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("TxnLineID", required: &txnLineID, .id)
        try visitor.reference("ItemRef", &itemRef, 159)
        try visitor.text("Desc", &desc, .prose(4095))
        try visitor.value("Quantity", &quantity)
        try visitor.text("UnitOfMeasure", &unitOfMeasure, .line(31))
        try visitor.value("Cost", &cost)
        try visitor.value("Amount", &amount)
        try visitor.reference("CustomerRef", &customerRef, 209)
        try visitor.reference("ClassRef", &classRef, 159)
        try visitor.text("BillableStatus", &billableStatus, .line(20))
    }
}

package struct ItemGroupLineRet: QBXMLValue {
    package var txnLineID = ""
    package var itemGroupRef: QBRef?
    package var desc: String?
    package var quantity: QBQuantity?
    package var unitOfMeasure: String?
    package var totalAmount: QBAmount?
    package var lines: [ItemLineRet] = []

    package init() {}
}

extension ItemGroupLineRet: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("TxnLineID", required: &txnLineID, .id)
        try visitor.reference("ItemGroupRef", &itemGroupRef, 31)
        try visitor.text("Desc", &desc, .prose(4095))
        try visitor.value("Quantity", &quantity)
        try visitor.text("UnitOfMeasure", &unitOfMeasure, .line(31))
        try visitor.value("TotalAmount", &totalAmount)
        try visitor.aggregates("ItemLineRet", &lines)
    }
}

package enum ItemLineOrGroupRet: Sendable, Hashable {
    case line(ItemLineRet)
    case group(ItemGroupLineRet)
}

extension ItemLineOrGroupRet: Choice {
    static let tags: [StaticString] = ["ItemLineRet", "ItemGroupLineRet"]

    init(tag: Int) { self = tag == 0 ? .line(ItemLineRet()) : .group(ItemGroupLineRet()) }

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
