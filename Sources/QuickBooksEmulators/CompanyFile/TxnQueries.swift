internal import QBXML

/// The queries for transactions, and for deleted ones.
extension CompanyRecords {
    mutating func find<Record: TxnRecord>(
        _ kind: MessageKind, _ query: TxnQuery, in records: [Record], _ body: ([Record]) -> ResponseBody
    ) throws(Rejection) -> QBXMLResponse {
        var criteria = query
        criteria.iterator = nil
        let asked = Asked(
            kind: kind, metaData: query.metaData, iterator: query.iterator, criteria: .txn(criteria),
            maxReturned: query.maxReturned)
        let byID = Dictionary(records.map { ($0.txnID, $0) }, uniquingKeysWith: { first, _ in first })
        if !query.txnIDs.isEmpty {
            let found = query.txnIDs.compactMap { byID[$0] }
            let missing = query.txnIDs.first { byID[$0] == nil }
            return partial(asked, missing: missing, count: found.count, body(found.map { $0.trimmed(for: query) }))
        }
        let numbers = query.refNumbers + query.refNumbersCaseSensitive
        if !numbers.isEmpty {
            let found = records.filter { hasNumber($0, query) }
            let known = Set(found.compactMap { $0.refNumber?.lowercased() })
            let missing = numbers.first { !known.contains($0.lowercased()) }
            return partial(asked, missing: missing, count: found.count, body(found.map { $0.trimmed(for: query) }))
        }
        let filter = TxnFilter(query, customers: customers)
        let ids = records.filter(filter.matches).map(\.txnID)
        return try page(asked, ids) { ids in body(ids.compactMap { byID[$0] }.map { $0.trimmed(for: query) }) }
    }

    mutating func findDeleted(_ query: TxnDeletedQuery) -> QBXMLResponse {
        let types = Set(query.types.map(\.rawValue))
        let range = TextRange(from: query.dateRange?.from, to: query.dateRange?.to)
        let found = deletedTxns.filter { types.contains($0.type) && range.contains($0.timeDeleted) }
        var response = QBXMLResponse(.txnDeletedQuery, body: query.metaData == .only ? nil : .deletedTxns(found))
        if let metaData = query.metaData, metaData != .none { response.retCount = found.count }
        if found.isEmpty { response.status = .nothingFound }
        return response
    }

    private func hasNumber(_ record: some TxnRecord, _ query: TxnQuery) -> Bool {
        guard let number = record.refNumber else { return false }
        return query.refNumbersCaseSensitive.contains(number)
            || query.refNumbers.contains { $0.lowercased() == number.lowercased() }
    }
}

extension TxnRecord {
    /// Without the parts that the query does not ask for.
    fileprivate func trimmed(for query: TxnQuery) -> Self {
        var record = self
        if query.includeLineItems != true { record.dropLines() }
        if query.includeLinkedTxns != true { record.dropLinks() }
        return record
    }
}

private struct TxnFilter {
    private let query: TxnQuery
    private let modified: TextRange
    private let dates: TextRange
    private let entityNames: Set<String>
    private let parentName: String?

    init(_ query: TxnQuery, customers: ListTable<CustomerRet>) {
        self.query = query
        modified = TextRange(from: query.modifiedDateRange?.from, to: query.modifiedDateRange?.to)
        dates = TextRange(from: query.txnDateRange?.from, to: query.txnDateRange?.to)
        let filter = query.entityFilter
        // Only customers are a list of this file; other payees are known by name alone.
        let named = (filter?.listIDs ?? []).map { customers.record(listID: $0)?.fullName ?? $0 }
        entityNames = Set((named + (filter?.fullNames ?? [])).map { $0.lowercased() })
        let parent = filter?.listIDWithChildren.map { customers.record(listID: $0)?.fullName ?? $0 }
        parentName = (parent ?? filter?.fullNameWithChildren)?.lowercased()
    }

    func matches(_ record: some TxnRecord) -> Bool {
        guard modified.contains(record.timeModified), dates.contains(record.txnDate) else { return false }
        if query.entityFilter != nil, !hasEntity(record) { return false }
        if let filter = query.refNumberFilter, !filter.matchCriterion.matches(record.refNumber, filter.refNumber) {
            return false
        }
        switch query.paidStatus ?? .all {
        case .all: return true
        case .paidOnly: return record.isPaidInFull
        case .notPaidOnly: return !record.isPaidInFull
        }
    }

    private func hasEntity(_ record: some TxnRecord) -> Bool {
        guard let name = record.entity?.fullName?.lowercased() else { return false }
        if entityNames.contains(name) { return true }
        guard let parentName else { return false }
        return name == parentName || name.hasPrefix(parentName + ":")
    }
}
