/// Private or custom data attached to a record. `ownerID` is `0` for the user's own custom fields.
package struct DataExtRet: QBXMLValue {
    package var ownerID: String?
    package var name = ""
    package var type: String?
    package var value: String?

    package init() {}
}

extension DataExtRet: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("OwnerID", &ownerID, .guid)
        try visitor.text("DataExtName", required: &name, .line(31))
        try visitor.text("DataExtType", &type, .line(20))
        try visitor.text("DataExtValue", &value, .prose(1024))
    }
}

/// Another transaction that this one is linked to, such as an invoice made from an estimate.
package struct LinkedTxnRet: QBXMLValue {
    package var txnID = ""
    package var txnType: String?
    package var txnDate: String?
    package var refNumber: String?
    package var linkType: String?
    package var amount: QBAmount?

    package init() {}
}

extension LinkedTxnRet: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("TxnID", required: &txnID, .id)
        try visitor.text("TxnType", &txnType, .line(40))
        try visitor.text("TxnDate", &txnDate, .date)
        try visitor.text("RefNumber", &refNumber, .line(20))
        try visitor.text("LinkType", &linkType, .line(20))
        try visitor.value("Amount", &amount)
    }
}

/// The keys of what a write made, even when QuickBooks repeats an earlier answer without its body.
package struct ErrorRecovery: QBXMLValue {
    package var listID: String?
    package var ownerID: String?
    package var txnID: String?
    package var txnNumber: Int?
    package var editSequence: String?
    package var externalGUID: String?

    package init() {}
}

extension ErrorRecovery: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("ListID", &listID, .id)
        try visitor.text("OwnerID", &ownerID, .guid)
        try visitor.text("TxnID", &txnID, .id)
        try visitor.value("TxnNumber", &txnNumber)
        try visitor.text("EditSequence", &editSequence, .line(16))
        try visitor.text("ExternalGUID", &externalGUID, .guid)
    }
}

/// A transaction that was deleted.
package struct TxnDeletedRet: QBXMLValue {
    package var type = ""
    package var txnID = ""
    package var timeCreated: String?
    package var timeDeleted: String?
    package var refNumber: String?

    package init() {}
}

extension TxnDeletedRet: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("TxnDelType", required: &type, .line(40))
        try visitor.text("TxnID", required: &txnID, .id)
        try visitor.text("TimeCreated", &timeCreated, .dateTime)
        try visitor.text("TimeDeleted", &timeDeleted, .dateTime)
        try visitor.text("RefNumber", &refNumber, .line(20))
    }
}
