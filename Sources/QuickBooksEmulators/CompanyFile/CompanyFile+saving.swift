package import Foundation
internal import QBXML

/// A company file on disk: JSON, with the records in qbXML, their own format.
extension CompanyFile {
    package func save(to url: URL) throws {
        let saved = read { records in Result { try SavedCompany(records) } }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try encoder.encode(saved.get()).write(to: url, options: .atomic)
    }

    package static func load(
        from url: URL, clock: @escaping @Sendable () -> String = CompanyFile.tickingClock()
    ) throws -> CompanyFile {
        let saved = try JSONDecoder().decode(SavedCompany.self, from: Data(contentsOf: url))
        return CompanyFile(records: try saved.companyRecords(), clock: clock)
    }
}

private struct SavedCompany: Codable {
    var name: String
    var path: String
    var preferences: CompanyPreferences
    var lastNumber: Int
    var executedWrites: Int
    var messageSets: MessageSetStore
    /// One response document with a query's answer for each kind of record.
    var records: String
}

extension SavedCompany {
    init(_ company: CompanyRecords) throws(QBXMLFault) {
        var companyRet = CompanyRet()
        companyRet.companyName = company.name
        companyRet.dataExts = company.dataExts
        let answers: [(MessageKind, ResponseBody)] = [
            (.companyQuery, .company(companyRet)),
            (.customerQuery, .customers(company.customers.records)),
            (.itemServiceQuery, .items(company.items.records)),
            (.accountQuery, .accounts(company.accounts.records)),
            (.estimateQuery, .estimates(company.estimates)),
            (.billQuery, .bills(company.bills)),
            (.checkQuery, .checks(company.checks)),
            (.creditCardChargeQuery, .creditCardCharges(company.cardCharges)),
            (.creditCardCreditQuery, .creditCardCredits(company.cardCredits)),
            (.vendorCreditQuery, .vendorCredits(company.vendorCredits)),
            (.purchaseOrderQuery, .purchaseOrders(company.purchaseOrders)),
            (.journalEntryQuery, .journalEntries(company.journalEntries)),
            (.txnDeletedQuery, .deletedTxns(company.deletedTxns)),
        ]
        let document = QBXMLResponseSet(responses: answers.map { QBXMLResponse($0.0, body: $0.1) })
        self.init(
            name: company.name, path: company.path, preferences: company.preferences, lastNumber: company.lastNumber,
            executedWrites: company.executedWrites, messageSets: company.messageSets,
            records: String(decoding: try document.encoded(), as: UTF8.self))
    }

    func companyRecords() throws(QBXMLFault) -> CompanyRecords {
        var company = CompanyRecords(name: name, path: path)
        company.preferences = preferences
        company.lastNumber = lastNumber
        company.executedWrites = executedWrites
        company.messageSets = messageSets
        for response in try QBXMLResponseSet(reading: Array(records.utf8)).responses { company.take(response.body) }
        return company
    }
}

extension CompanyRecords {
    fileprivate mutating func take(_ body: ResponseBody) {
        switch body {
        case .company(let ret): dataExts = ret?.dataExts ?? []
        case .customers(let rets): customers = ListTable(rets)
        case .items(let rets): items = ListTable(rets)
        case .accounts(let rets): accounts = ListTable(rets)
        case .estimates(let rets): estimates = rets
        case .bills(let rets): bills = rets
        case .checks(let rets): checks = rets
        case .creditCardCharges(let rets): cardCharges = rets
        case .creditCardCredits(let rets): cardCredits = rets
        case .vendorCredits(let rets): vendorCredits = rets
        case .purchaseOrders(let rets): purchaseOrders = rets
        case .journalEntries(let rets): journalEntries = rets
        case .deletedTxns(let rets): deletedTxns = rets
        case .preferences, .host, .report, .unrecognised: break
        }
    }
}
