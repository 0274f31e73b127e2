/// Asks for customers, items or accounts: by ids, by full names, or by a filter. Only one of the three.
package struct ListQuery: QBXMLValue {
    package var metaData: QBMetaData?
    /// Not for accounts.
    package var iterator: QBIterator?
    package var listIDs: [String] = []
    package var fullNames: [String] = []
    package var maxReturned: Int?
    /// QuickBooks' default is active only.
    package var activeStatus: ActiveStatus?
    /// In the local time of QuickBooks' machine.
    package var fromModifiedDate: String?
    package var toModifiedDate: String?
    /// Matches the name, not the full name.
    package var nameFilter: NameFilter?
    package var nameRangeFilter: NameRangeFilter?
    /// For accounts only.
    package var accountTypes: [String] = []
    package var includeRetElements: [String] = []
    package var ownerIDs: [String] = []

    package init() {}

    private var isFiltered: Bool {
        maxReturned != nil || activeStatus != nil || fromModifiedDate != nil || toModifiedDate != nil
            || nameFilter != nil || nameRangeFilter != nil || !accountTypes.isEmpty
    }
}

extension ListQuery {
    mutating func fields(_ visitor: inout some FieldVisitor, isAccounts: Bool) throws(QBXMLFault) {
        try visitor.attribute("metaData", &metaData, .typed)
        if !isAccounts {
            try visitor.iterator(&iterator)
        } else if iterator != nil {
            throw visitor.fault("iterator", .unexpected)
        }
        try visitor.scalars("ListID", &listIDs, .id)
        try visitor.scalars("FullName", &fullNames, .line(209))
        try visitor.value("MaxReturned", &maxReturned)
        try visitor.value("ActiveStatus", &activeStatus)
        try visitor.text("FromModifiedDate", &fromModifiedDate, .dateTime)
        try visitor.text("ToModifiedDate", &toModifiedDate, .dateTime)
        try visitor.aggregate("NameFilter", &nameFilter)
        try visitor.aggregate("NameRangeFilter", &nameRangeFilter)
        if isAccounts {
            try visitor.scalars("AccountType", &accountTypes, .line(40))
        } else if !accountTypes.isEmpty {
            throw visitor.fault("AccountType", .unexpected)
        }
        try visitor.scalars("IncludeRetElement", &includeRetElements, .line(50))
        try visitor.scalars("OwnerID", &ownerIDs, .guid)
        try visitor.exclusive("ListID", !listIDs.isEmpty, !fullNames.isEmpty, isFiltered)
        try visitor.exclusive("NameRangeFilter", nameFilter != nil, nameRangeFilter != nil)
    }
}

package struct NameFilter: QBXMLValue {
    package var matchCriterion = MatchCriterion.startsWith
    package var name = ""

    package init() {}

    package init(_ matchCriterion: MatchCriterion, _ name: String) {
        self.matchCriterion = matchCriterion
        self.name = name
    }
}

extension NameFilter: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.value("MatchCriterion", required: &matchCriterion)
        try visitor.text("Name", required: &name, .line(209))
    }
}

package struct NameRangeFilter: QBXMLValue {
    package var fromName: String?
    package var toName: String?

    package init() {}
}

extension NameRangeFilter: Aggregate {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.text("FromName", &fromName, .line(209))
        try visitor.text("ToName", &toName, .line(209))
    }
}
