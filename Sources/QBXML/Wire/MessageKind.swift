/// The messages that this module speaks.
package enum MessageKind: Sendable, Hashable, CaseIterable {
    case customerAdd, customerQuery
    case itemServiceAdd, itemServiceQuery
    case accountQuery
    case estimateAdd, estimateMod, estimateQuery
    case preferencesQuery, companyQuery, hostQuery
    case jobReportQuery
    case billQuery, checkQuery, creditCardChargeQuery, creditCardCreditQuery, vendorCreditQuery
    case purchaseOrderQuery, journalEntryQuery
    case txnDeletedQuery

    package var requestName: String { "\(tags.request)" }
    package var responseName: String { "\(tags.response)" }

    var tags: (request: StaticString, response: StaticString) {
        switch self {
        case .customerAdd: ("CustomerAddRq", "CustomerAddRs")
        case .customerQuery: ("CustomerQueryRq", "CustomerQueryRs")
        case .itemServiceAdd: ("ItemServiceAddRq", "ItemServiceAddRs")
        case .itemServiceQuery: ("ItemServiceQueryRq", "ItemServiceQueryRs")
        case .accountQuery: ("AccountQueryRq", "AccountQueryRs")
        case .estimateAdd: ("EstimateAddRq", "EstimateAddRs")
        case .estimateMod: ("EstimateModRq", "EstimateModRs")
        case .estimateQuery: ("EstimateQueryRq", "EstimateQueryRs")
        case .preferencesQuery: ("PreferencesQueryRq", "PreferencesQueryRs")
        case .companyQuery: ("CompanyQueryRq", "CompanyQueryRs")
        case .hostQuery: ("HostQueryRq", "HostQueryRs")
        case .jobReportQuery: ("JobReportQueryRq", "JobReportQueryRs")
        case .billQuery: ("BillQueryRq", "BillQueryRs")
        case .checkQuery: ("CheckQueryRq", "CheckQueryRs")
        case .creditCardChargeQuery: ("CreditCardChargeQueryRq", "CreditCardChargeQueryRs")
        case .creditCardCreditQuery: ("CreditCardCreditQueryRq", "CreditCardCreditQueryRs")
        case .vendorCreditQuery: ("VendorCreditQueryRq", "VendorCreditQueryRs")
        case .purchaseOrderQuery: ("PurchaseOrderQueryRq", "PurchaseOrderQueryRs")
        case .journalEntryQuery: ("JournalEntryQueryRq", "JournalEntryQueryRs")
        case .txnDeletedQuery: ("TxnDeletedQueryRq", "TxnDeletedQueryRs")
        }
    }

    private static let byRequest = Dictionary(uniqueKeysWithValues: allCases.map { ($0.requestName, $0) })
    private static let byResponse = Dictionary(uniqueKeysWithValues: allCases.map { ($0.responseName, $0) })

    init?(request: String) {
        guard let kind = Self.byRequest[request] else { return nil }
        self = kind
    }

    init?(response: String) {
        guard let kind = Self.byResponse[response] else { return nil }
        self = kind
    }
}
