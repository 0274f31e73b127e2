internal import QBXML

/// CustomerQuery, ItemServiceQuery and AccountQuery.
extension CompanyRecords {
    mutating func find<Record: ListRecord>(
        _ kind: MessageKind, _ query: ListQuery, in table: ListTable<Record>,
        where isWanted: (Record) -> Bool = { _ in true }, _ body: ([Record]) -> ResponseBody
    ) throws(Rejection) -> QBXMLResponse {
        var criteria = query
        criteria.iterator = nil
        let asked = Asked(
            kind: kind, metaData: query.metaData, iterator: query.iterator, criteria: .list(criteria),
            maxReturned: query.maxReturned)
        if !query.listIDs.isEmpty || !query.fullNames.isEmpty {
            let found =
                query.listIDs.map { ($0, table.record(listID: $0)) }
                + query.fullNames.map { ($0, table.record(fullName: $0)) }
            let records = found.compactMap(\.1)
            return partial(asked, missing: found.first { $0.1 == nil }?.0, count: records.count, body(records))
        }
        let filter = ListFilter(query)
        let ids = table.records.filter { filter.matches($0) && isWanted($0) }.map(\.listID)
        return try page(asked, ids) { ids in body(ids.compactMap { table.record(listID: $0) }) }
    }

    mutating func findAccounts(_ query: ListQuery) throws(Rejection) -> QBXMLResponse {
        let types = Set(query.accountTypes)
        return try find(
            .accountQuery, query, in: accounts,
            where: { types.isEmpty || types.contains($0.accountType ?? "") }, { .accounts($0) })
    }
}

private struct ListFilter {
    private let query: ListQuery
    private let modified: TextRange

    init(_ query: ListQuery) {
        self.query = query
        modified = TextRange(from: query.fromModifiedDate, to: query.toModifiedDate)
    }

    func matches(_ record: some ListRecord) -> Bool {
        guard hasWantedStatus(record), modified.contains(record.timeModified) else { return false }
        if let filter = query.nameFilter, !filter.matchCriterion.matches(record.name, filter.name) { return false }
        guard let range = query.nameRangeFilter else { return true }
        let name = (record.name ?? "").lowercased()
        if let from = range.fromName, name < from.lowercased() { return false }
        if let to = range.toName, name > to.lowercased() { return false }
        return true
    }

    /// QuickBooks answers active entries only, unless asked for others.
    private func hasWantedStatus(_ record: some ListRecord) -> Bool {
        switch query.activeStatus ?? .activeOnly {
        case .activeOnly: record.isActive == true
        case .inactiveOnly: record.isActive == false
        case .all: true
        }
    }
}
