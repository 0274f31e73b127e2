/// Asks for the company file's preferences.
package struct PreferencesQuery: QBXMLValue {
    package var includeRetElements: [String] = []
    package init() {}
}

extension PreferencesQuery: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.scalars("IncludeRetElement", &includeRetElements, .line(50))
    }
}

/// Asks for the company's name and for the private data that an application keeps with it.
package struct CompanyQuery: QBXMLValue {
    package var includeRetElements: [String] = []
    package var ownerIDs: [String] = []
    package init() {}
}

extension CompanyQuery: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.scalars("IncludeRetElement", &includeRetElements, .line(50))
        try visitor.scalars("OwnerID", &ownerIDs, .guid)
    }
}

/// Asks for QuickBooks' edition and the versions of qbXML that it speaks.
package struct HostQuery: QBXMLValue {
    package var includeRetElements: [String] = []
    package init() {}
}

extension HostQuery: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.scalars("IncludeRetElement", &includeRetElements, .line(50))
    }
}

/// Asks for what was deleted. QuickBooks keeps this for a limited time.
package struct TxnDeletedQuery: QBXMLValue {
    package var metaData: QBMetaData?
    /// At least one.
    package var types: [TxnDeletedType] = []
    package var dateRange: DeletedDateRange?
    package var includeRetElements: [String] = []
    package init() {}
}

extension TxnDeletedQuery: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.attribute("metaData", &metaData, .typed)
        try visitor.scalars("TxnDelType", &types, .typed)
        if types.isEmpty { throw visitor.fault("TxnDelType", .missing) }
        try visitor.aggregate("DeletedDateRangeFilter", &dateRange)
        try visitor.scalars("IncludeRetElement", &includeRetElements, .line(50))
    }
}

package struct DeletedDateRange: QBXMLValue {
    package var from: String?
    package var to: String?
    package init() {}

    package init(from: String? = nil, to: String? = nil) {
        self.from = from
        self.to = to
    }
}

extension DeletedDateRange: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("FromDeletedDate", &from, .dateTime)
        try visitor.text("ToDeletedDate", &to, .dateTime)
    }
}
