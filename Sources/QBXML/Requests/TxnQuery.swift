/// Asks for transactions of one kind: by ids, by numbers, or by a filter. Only one of the three.
package struct TxnQuery: QBXMLValue {
    package var metaData: QBMetaData?
    package var iterator: QBIterator?
    package var txnIDs: [String] = []
    package var refNumbers: [String] = []
    package var refNumbersCaseSensitive: [String] = []
    package var maxReturned: Int?
    package var modifiedDateRange: ModifiedDateRange?
    package var txnDateRange: TxnDateRange?
    /// The payee or customer of the transaction, not of its lines.
    package var entityFilter: EntityFilter?
    package var refNumberFilter: RefNumberFilter?
    /// For bills only.
    package var paidStatus: PaidStatus?
    /// Without it QuickBooks answers no lines.
    package var includeLineItems: Bool?
    /// Not for card charges, card credits and journal entries.
    package var includeLinkedTxns: Bool?
    package var includeRetElements: [String] = []
    package var ownerIDs: [String] = []

    package init() {}

    private var isFiltered: Bool {
        maxReturned != nil || modifiedDateRange != nil || txnDateRange != nil || entityFilter != nil
            || refNumberFilter != nil || paidStatus != nil
    }
}

extension TxnQuery {
    mutating func fields(
        _ visitor: inout some FieldVisitor, hasLinkedTxns: Bool, hasPaidStatus: Bool = false
    ) throws(QBXMLFault) {
        try visitor.attribute("metaData", &metaData, .typed)
        try visitor.iterator(&iterator)
        try visitor.scalars("TxnID", &txnIDs, .id)
        try visitor.scalars("RefNumber", &refNumbers, .line(20))
        try visitor.scalars("RefNumberCaseSensitive", &refNumbersCaseSensitive, .line(20))
        try visitor.value("MaxReturned", &maxReturned)
        try visitor.aggregate("ModifiedDateRangeFilter", &modifiedDateRange)
        try visitor.aggregate("TxnDateRangeFilter", &txnDateRange)
        try visitor.aggregate("EntityFilter", &entityFilter)
        try visitor.aggregate("RefNumberFilter", &refNumberFilter)
        if hasPaidStatus {
            try visitor.value("PaidStatus", &paidStatus)
        } else if paidStatus != nil {
            throw visitor.fault("PaidStatus", .unexpected)
        }
        try visitor.value("IncludeLineItems", &includeLineItems)
        if hasLinkedTxns {
            try visitor.value("IncludeLinkedTxns", &includeLinkedTxns)
        } else if includeLinkedTxns != nil {
            throw visitor.fault("IncludeLinkedTxns", .unexpected)
        }
        try visitor.scalars("IncludeRetElement", &includeRetElements, .line(50))
        try visitor.scalars("OwnerID", &ownerIDs, .guid)
        let byNumber = !refNumbers.isEmpty
        try visitor.exclusive(
            "TxnID", !txnIDs.isEmpty, byNumber, !refNumbersCaseSensitive.isEmpty, isFiltered)
        try visitor.exclusive("TxnDateRangeFilter", modifiedDateRange != nil, txnDateRange != nil)
    }
}

/// When a record was last changed, in the local time of QuickBooks' machine.
package struct ModifiedDateRange: QBXMLValue {
    package var from: String?
    package var to: String?

    package init() {}

    package init(from: String? = nil, to: String? = nil) {
        self.from = from
        self.to = to
    }
}

extension ModifiedDateRange: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("FromModifiedDate", &from, .dateTime)
        try visitor.text("ToModifiedDate", &to, .dateTime)
    }
}

package struct TxnDateRange: QBXMLValue {
    package var from: String?
    package var to: String?

    package init() {}

    package init(from: String? = nil, to: String? = nil) {
        self.from = from
        self.to = to
    }
}

extension TxnDateRange: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("FromTxnDate", &from, .date)
        try visitor.text("ToTxnDate", &to, .date)
    }
}

package struct RefNumberFilter: QBXMLValue {
    package var matchCriterion = MatchCriterion.startsWith
    package var refNumber = ""

    package init() {}

    package init(_ matchCriterion: MatchCriterion, _ refNumber: String) {
        self.matchCriterion = matchCriterion
        self.refNumber = refNumber
    }
}

extension RefNumberFilter: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.value("MatchCriterion", required: &matchCriterion)
        try visitor.text("RefNumber", required: &refNumber, .line(20))
    }
}

/// Exactly one of its fields.
package struct EntityFilter: QBXMLValue {
    package var listIDs: [String] = []
    package var fullNames: [String] = []
    package var listIDWithChildren: String?
    package var fullNameWithChildren: String?

    package init() {}
}

extension EntityFilter: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.scalars("ListID", &listIDs, .id)
        try visitor.scalars("FullName", &fullNames, .line(209))
        try visitor.text("ListIDWithChildren", &listIDWithChildren, .id)
        try visitor.text("FullNameWithChildren", &fullNameWithChildren, .line(209))
        let present = [
            !listIDs.isEmpty, !fullNames.isEmpty, listIDWithChildren != nil, fullNameWithChildren != nil,
        ]
        try visitor.exclusive("ListID", present[0], present[1], present[2], present[3])
        if !present.contains(true) { throw visitor.fault("ListID", .missing) }
    }
}
