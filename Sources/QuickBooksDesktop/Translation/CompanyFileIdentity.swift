package import BudgetDomain
package import QBXML

/// Which company file is open, in which QuickBooks, with which preferences: what the Web Connector sends along with
/// the first call of a session. Nil where QuickBooks did not say.
package struct CompanyFileIdentity: Hashable, Sendable {
    package var companyName: String?
    package var legalName: String?
    /// What our Web Connector file wrote into this company file, if it ever ran here.
    package var fileID: ExternalGUID?
    package var isUsingEstimates: Bool?
    /// Up to this day the books are closed.
    package var closingDate: CalendarDate?
    package var isMultiCurrencyOn: Bool?
    /// QuickBooks' own name of the currency, such as `US Dollar`.
    package var homeCurrencyName: String?
    /// Such as `16.0` or `CA13.0`.
    package var highestQBXMLVersion: String?
    package var supportsQBXML13: Bool?
    package var productName: String?
    package var country: String?
    /// `SingleUser` or `MultiUser`.
    package var fileMode: String?

    package init() {}

    /// Reads what the Web Connector sends as `strHCPResponse`. Answers that are missing leave their fields nil.
    package static func read(hcpResponse: [UInt8]) throws(QBXMLFault) -> CompanyFileIdentity {
        var identity = CompanyFileIdentity()
        for response in try QBXMLResponseSet(reading: hcpResponse).responses {
            if case .host(let host?) = response.body { identity.take(host) }
            if case .company(let company?) = response.body { identity.take(company) }
            if case .preferences(let preferences?) = response.body { identity.take(preferences) }
        }
        return identity
    }

    /// What is kept of it.
    var facts: CompanyFileFacts {
        var facts = CompanyFileFacts()
        facts.name = companyName
        facts.product = productName
        facts.version = highestQBXMLVersion
        facts.isUsingEstimates = isUsingEstimates
        facts.closingDate = closingDate
        facts.isMultiCurrencyOn = isMultiCurrencyOn
        facts.homeCurrency = homeCurrencyName
        return facts
    }

    private mutating func take(_ host: HostRet) {
        productName = host.productName
        country = host.country
        fileMode = host.fileMode
        guard !host.supportedQBXMLVersions.isEmpty else { return }
        let versions = host.supportedQBXMLVersions.map { (text: $0, order: Self.order(of: $0)) }
        highestQBXMLVersion = versions.max { $0.order < $1.order }?.text
        supportsQBXML13 = versions.contains { $0.order >= (13, 0) }
    }

    private mutating func take(_ company: CompanyRet) {
        companyName = company.companyName
        legalName = company.legalCompanyName
        let ours = ExternalGUID(QWCFile.ownerID)
        fileID =
            company.dataExts
            .first { $0.name == "FileID" && $0.ownerID.flatMap { ExternalGUID($0) } == ours }
            .flatMap { $0.value.flatMap { ExternalGUID($0) } }
    }

    private mutating func take(_ preferences: PreferencesRet) {
        isUsingEstimates = preferences.jobsAndEstimates?.isUsingEstimates
        closingDate = preferences.accounting?.closingDate.flatMap { CalendarDate(iso: $0) }
        isMultiCurrencyOn = preferences.multiCurrency?.isMultiCurrencyOn
        homeCurrencyName = preferences.multiCurrency?.homeCurrencyRef?.fullName
    }

    /// Canadian and British editions write `CA13.0` and `UK13.0`.
    private static func order(of version: String) -> (Int, Int) {
        let numbers = version.drop { $0.isLetter }.split(separator: ".")
        return (numbers.first.flatMap { Int($0) } ?? 0, numbers.dropFirst().first.flatMap { Int($0) } ?? 0)
    }
}
