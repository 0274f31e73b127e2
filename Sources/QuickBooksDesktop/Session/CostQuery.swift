import QBXML

/// The queries that together bring every document that can cost a job something.
enum CostQuery: String, CaseIterable {
    case bill
    case check
    case creditCardCharge
    case creditCardCredit
    case vendorCredit
    case purchaseOrder
    case journalEntry

    /// Documents in one page. QuickBooks holds everything else up while it answers.
    static let pageSize = 500

    func message(iterator: QBIterator) -> RequestMessage {
        var query = TxnQuery()
        query.iterator = iterator
        query.maxReturned = Self.pageSize
        query.includeLineItems = true
        return switch self {
        case .bill: .billQuery(query)
        case .check: .checkQuery(query)
        case .creditCardCharge: .creditCardChargeQuery(query)
        case .creditCardCredit: .creditCardCreditQuery(query)
        case .vendorCredit: .vendorCreditQuery(query)
        case .purchaseOrder: .purchaseOrderQuery(query)
        case .journalEntry: .journalEntryQuery(query)
        }
    }

    init?(_ kind: MessageKind) {
        switch kind {
        case .billQuery: self = .bill
        case .checkQuery: self = .check
        case .creditCardChargeQuery: self = .creditCardCharge
        case .creditCardCreditQuery: self = .creditCardCredit
        case .vendorCreditQuery: self = .vendorCredit
        case .purchaseOrderQuery: self = .purchaseOrder
        case .journalEntryQuery: self = .journalEntry
        case .customerAdd, .customerQuery, .itemServiceAdd, .itemServiceQuery, .accountQuery, .estimateAdd,
            .estimateMod, .estimateQuery, .preferencesQuery, .companyQuery, .hostQuery, .jobReportQuery,
            .txnDeletedQuery:
            return nil
        }
    }
}
