/// The records of one answer.
package enum ResponseBody: Sendable, Hashable {
    case customers([CustomerRet])
    case items([ItemServiceRet])
    case accounts([AccountRet])
    case estimates([EstimateRet])
    case preferences(PreferencesRet?)
    case company(CompanyRet?)
    case host(HostRet?)
    case report(ReportRet?)
    case bills([BillRet])
    case checks([CheckRet])
    case creditCardCharges([CreditCardTxnRet])
    case creditCardCredits([CreditCardTxnRet])
    case vendorCredits([VendorCreditRet])
    case purchaseOrders([PurchaseOrderRet])
    case journalEntries([JournalEntryRet])
    case deletedTxns([TxnDeletedRet])
    /// An answer that this module does not know, by the name of its element. Its status still counts.
    case unrecognised(String)

    /// Without any record, as in an error.
    package init(empty kind: MessageKind) {
        switch kind {
        case .customerAdd, .customerQuery: self = .customers([])
        case .itemServiceAdd, .itemServiceQuery: self = .items([])
        case .accountQuery: self = .accounts([])
        case .estimateAdd, .estimateMod, .estimateQuery: self = .estimates([])
        case .preferencesQuery: self = .preferences(nil)
        case .companyQuery: self = .company(nil)
        case .hostQuery: self = .host(nil)
        case .jobReportQuery: self = .report(nil)
        case .billQuery: self = .bills([])
        case .checkQuery: self = .checks([])
        case .creditCardChargeQuery: self = .creditCardCharges([])
        case .creditCardCreditQuery: self = .creditCardCredits([])
        case .vendorCreditQuery: self = .vendorCredits([])
        case .purchaseOrderQuery: self = .purchaseOrders([])
        case .journalEntryQuery: self = .journalEntries([])
        case .txnDeletedQuery: self = .deletedTxns([])
        }
    }
}

extension ResponseBody {
    func write(_ writer: inout FieldWriter) throws(QBXMLFault) {
        switch self {
        case .customers(var rets): try writer.aggregates("CustomerRet", &rets)
        case .items(var rets): try writer.aggregates("ItemServiceRet", &rets)
        case .accounts(var rets): try writer.aggregates("AccountRet", &rets)
        case .estimates(var rets): try writer.aggregates("EstimateRet", &rets)
        case .preferences(var ret): try writer.aggregate("PreferencesRet", &ret)
        case .company(var ret): try writer.aggregate("CompanyRet", &ret)
        case .host(var ret): try writer.aggregate("HostRet", &ret)
        case .report(var ret): try writer.aggregate("ReportRet", &ret)
        case .bills(var rets): try writer.aggregates("BillRet", &rets)
        case .checks(var rets): try writer.aggregates("CheckRet", &rets)
        case .creditCardCharges(var rets): try writer.aggregates("CreditCardChargeRet", &rets)
        case .creditCardCredits(var rets): try writer.aggregates("CreditCardCreditRet", &rets)
        case .vendorCredits(var rets): try writer.aggregates("VendorCreditRet", &rets)
        case .purchaseOrders(var rets): try writer.aggregates("PurchaseOrderRet", &rets)
        case .journalEntries(var rets): try writer.aggregates("JournalEntryRet", &rets)
        case .deletedTxns(var rets): try writer.aggregates("TxnDeletedRet", &rets)
        case .unrecognised: break
        }
    }

    /// Adds one record, if it is one of this body's kind; QuickBooks may send elements that we do not know.
    mutating func append(_ record: ResponseRecord) throws(QBXMLFault) {
        let body = self
        // With no second reference the list grows in place; otherwise each record would copy all before it.
        self = .unrecognised("")
        switch consume body {
        case .customers(var rets):
            try record.append(to: &rets, "CustomerRet")
            self = .customers(rets)
        case .items(var rets):
            try record.append(to: &rets, "ItemServiceRet")
            self = .items(rets)
        case .accounts(var rets):
            try record.append(to: &rets, "AccountRet")
            self = .accounts(rets)
        case .estimates(var rets):
            try record.append(to: &rets, "EstimateRet")
            self = .estimates(rets)
        case .bills(var rets):
            try record.append(to: &rets, "BillRet")
            self = .bills(rets)
        case .checks(var rets):
            try record.append(to: &rets, "CheckRet")
            self = .checks(rets)
        case .creditCardCharges(var rets):
            try record.append(to: &rets, "CreditCardChargeRet")
            self = .creditCardCharges(rets)
        case .creditCardCredits(var rets):
            try record.append(to: &rets, "CreditCardCreditRet")
            self = .creditCardCredits(rets)
        case .vendorCredits(var rets):
            try record.append(to: &rets, "VendorCreditRet")
            self = .vendorCredits(rets)
        case .purchaseOrders(var rets):
            try record.append(to: &rets, "PurchaseOrderRet")
            self = .purchaseOrders(rets)
        case .journalEntries(var rets):
            try record.append(to: &rets, "JournalEntryRet")
            self = .journalEntries(rets)
        case .deletedTxns(var rets):
            try record.append(to: &rets, "TxnDeletedRet")
            self = .deletedTxns(rets)
        case .preferences(let ret): self = .preferences(try record.read("PreferencesRet") ?? ret)
        case .company(let ret): self = .company(try record.read("CompanyRet") ?? ret)
        case .host(let ret): self = .host(try record.read("HostRet") ?? ret)
        case .report(let ret): self = .report(try record.read("ReportRet") ?? ret)
        case .unrecognised(let name): self = .unrecognised(name)
        }
    }
}

/// One child element of an answer.
struct ResponseRecord {
    let source: FieldReader.Source
    let message: StaticString

    func read<A: Aggregate>(_ tag: StaticString) throws(QBXMLFault) -> A? {
        guard source.nodes[0].name == WireName(tag) else { return nil }
        var value = A()
        var reader = FieldReader(source, at: 0, element: tag, message: message, isStrict: false)
        try value.fields(&reader)
        return value
    }

    func append<A: Aggregate>(to list: inout [A], _ tag: StaticString) throws(QBXMLFault) {
        if let value: A = try read(tag) { list.append(value) }
    }
}
