/// One request: which message, and what it asks.
package enum RequestMessage: Sendable, Hashable {
    case customerAdd(CustomerAdd)
    case customerQuery(ListQuery)
    case itemServiceAdd(ItemServiceAdd)
    case itemServiceQuery(ListQuery)
    case accountQuery(ListQuery)
    case estimateAdd(EstimateAdd)
    case estimateMod(EstimateMod)
    case estimateQuery(TxnQuery)
    case preferencesQuery(PreferencesQuery)
    case companyQuery(CompanyQuery)
    case hostQuery(HostQuery)
    case jobReportQuery(JobReportQuery)
    case billQuery(TxnQuery)
    case checkQuery(TxnQuery)
    case creditCardChargeQuery(TxnQuery)
    case creditCardCreditQuery(TxnQuery)
    case vendorCreditQuery(TxnQuery)
    case purchaseOrderQuery(TxnQuery)
    case journalEntryQuery(TxnQuery)
    case txnDeletedQuery(TxnDeletedQuery)

    package var kind: MessageKind {
        switch self {
        case .customerAdd: .customerAdd
        case .customerQuery: .customerQuery
        case .itemServiceAdd: .itemServiceAdd
        case .itemServiceQuery: .itemServiceQuery
        case .accountQuery: .accountQuery
        case .estimateAdd: .estimateAdd
        case .estimateMod: .estimateMod
        case .estimateQuery: .estimateQuery
        case .preferencesQuery: .preferencesQuery
        case .companyQuery: .companyQuery
        case .hostQuery: .hostQuery
        case .jobReportQuery: .jobReportQuery
        case .billQuery: .billQuery
        case .checkQuery: .checkQuery
        case .creditCardChargeQuery: .creditCardChargeQuery
        case .creditCardCreditQuery: .creditCardCreditQuery
        case .vendorCreditQuery: .vendorCreditQuery
        case .purchaseOrderQuery: .purchaseOrderQuery
        case .journalEntryQuery: .journalEntryQuery
        case .txnDeletedQuery: .txnDeletedQuery
        }
    }

    /// What the message carries, seen through `visitor`, in a fresh value when reading.
    static func visit(
        _ kind: MessageKind, _ message: RequestMessage?, _ visitor: inout some FieldVisitor
    ) throws(QBXMLFault) -> RequestMessage {
        switch message ?? RequestMessage(empty: kind) {
        case .customerAdd(let add): .customerAdd(try wrapped("CustomerAdd", add, &visitor))
        case .customerQuery(let query): .customerQuery(try list(query, &visitor))
        case .itemServiceAdd(let add): .itemServiceAdd(try wrapped("ItemServiceAdd", add, &visitor))
        case .itemServiceQuery(let query): .itemServiceQuery(try list(query, &visitor))
        case .accountQuery(let query): .accountQuery(try list(query, &visitor, isAccounts: true))
        case .estimateAdd(let add): .estimateAdd(try wrapped("EstimateAdd", add, &visitor))
        case .estimateMod(let mod): .estimateMod(try wrapped("EstimateMod", mod, &visitor))
        case .estimateQuery(let query): .estimateQuery(try txn(query, &visitor, hasLinkedTxns: true))
        case .preferencesQuery(let query): .preferencesQuery(try plain(query, &visitor))
        case .companyQuery(let query): .companyQuery(try plain(query, &visitor))
        case .hostQuery(let query): .hostQuery(try plain(query, &visitor))
        case .jobReportQuery(let query): .jobReportQuery(try plain(query, &visitor))
        case .billQuery(let query):
            .billQuery(try txn(query, &visitor, hasLinkedTxns: true, hasPaidStatus: true))
        case .checkQuery(let query): .checkQuery(try txn(query, &visitor, hasLinkedTxns: true))
        case .creditCardChargeQuery(let query): .creditCardChargeQuery(try txn(query, &visitor, hasLinkedTxns: false))
        case .creditCardCreditQuery(let query): .creditCardCreditQuery(try txn(query, &visitor, hasLinkedTxns: false))
        case .vendorCreditQuery(let query): .vendorCreditQuery(try txn(query, &visitor, hasLinkedTxns: true))
        case .purchaseOrderQuery(let query): .purchaseOrderQuery(try txn(query, &visitor, hasLinkedTxns: true))
        case .journalEntryQuery(let query): .journalEntryQuery(try txn(query, &visitor, hasLinkedTxns: false))
        case .txnDeletedQuery(let query): .txnDeletedQuery(try plain(query, &visitor))
        }
    }

    private init(empty kind: MessageKind) {
        switch kind {
        case .customerAdd: self = .customerAdd(CustomerAdd())
        case .customerQuery: self = .customerQuery(ListQuery())
        case .itemServiceAdd: self = .itemServiceAdd(ItemServiceAdd())
        case .itemServiceQuery: self = .itemServiceQuery(ListQuery())
        case .accountQuery: self = .accountQuery(ListQuery())
        case .estimateAdd: self = .estimateAdd(EstimateAdd())
        case .estimateMod: self = .estimateMod(EstimateMod())
        case .estimateQuery: self = .estimateQuery(TxnQuery())
        case .preferencesQuery: self = .preferencesQuery(PreferencesQuery())
        case .companyQuery: self = .companyQuery(CompanyQuery())
        case .hostQuery: self = .hostQuery(HostQuery())
        case .jobReportQuery: self = .jobReportQuery(JobReportQuery())
        case .billQuery: self = .billQuery(TxnQuery())
        case .checkQuery: self = .checkQuery(TxnQuery())
        case .creditCardChargeQuery: self = .creditCardChargeQuery(TxnQuery())
        case .creditCardCreditQuery: self = .creditCardCreditQuery(TxnQuery())
        case .vendorCreditQuery: self = .vendorCreditQuery(TxnQuery())
        case .purchaseOrderQuery: self = .purchaseOrderQuery(TxnQuery())
        case .journalEntryQuery: self = .journalEntryQuery(TxnQuery())
        case .txnDeletedQuery: self = .txnDeletedQuery(TxnDeletedQuery())
        }
    }
}

extension RequestMessage {
    /// A write has one element of its own inside the request's.
    private static func wrapped<A: Aggregate>(
        _ name: StaticString, _ value: A, _ visitor: inout some FieldVisitor
    ) throws(QBXMLFault) -> A {
        var value = value
        try visitor.aggregate(name, required: &value)
        return value
    }

    private static func plain<A: Aggregate>(_ value: A, _ visitor: inout some FieldVisitor) throws(QBXMLFault) -> A {
        var value = value
        try value.fields(&visitor)
        return value
    }

    private static func list(
        _ query: ListQuery, _ visitor: inout some FieldVisitor, isAccounts: Bool = false
    ) throws(QBXMLFault) -> ListQuery {
        var query = query
        try query.fields(&visitor, isAccounts: isAccounts)
        return query
    }

    private static func txn(
        _ query: TxnQuery, _ visitor: inout some FieldVisitor, hasLinkedTxns: Bool, hasPaidStatus: Bool = false
    ) throws(QBXMLFault) -> TxnQuery {
        var query = query
        try query.fields(&visitor, hasLinkedTxns: hasLinkedTxns, hasPaidStatus: hasPaidStatus)
        return query
    }
}
