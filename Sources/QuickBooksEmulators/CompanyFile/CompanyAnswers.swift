internal import QBXML

/// What QuickBooks says of itself, the company and its preferences.
extension CompanyRecords {
    var hostRet: HostRet {
        var host = HostRet()
        host.productName = "QuickBooks Premier: Contractor Edition 2024"
        host.majorVersion = "34"
        host.minorVersion = "0"
        host.country = "US"
        host.supportedQBXMLVersions = [
            "1.0", "1.1", "2.0", "2.1", "3.0", "4.0", "4.1", "5.0", "6.0", "7.0", "8.0", "9.0", "10.0", "11.0", "12.0",
            "13.0", "14.0", "15.0", "16.0",
        ]
        host.isAutomaticLogin = false
        host.fileMode = "MultiUser"
        return host
    }

    /// Private data is answered only to who names its owner.
    func companyRet(_ ownerIDs: [String]) -> CompanyRet {
        var company = CompanyRet()
        company.isSampleCompany = false
        company.companyName = name
        company.legalCompanyName = name
        company.dataExts = dataExts.filter { ext in
            ownerIDs.contains { $0.lowercased() == ext.ownerID?.lowercased() }
        }
        return company
    }

    var preferencesRet: PreferencesRet {
        var accounting = AccountingPreferences()
        accounting.isUsingAccountNumbers = false
        accounting.isUsingClassTracking = preferences.isUsingClassTracking
        accounting.closingDate = preferences.closingDate
        var jobs = JobsAndEstimatesPreferences()
        jobs.isUsingEstimates = preferences.isUsingEstimates
        jobs.isUsingProgressInvoicing = preferences.isUsingProgressInvoicing
        var currency = MultiCurrencyPreferences()
        currency.isMultiCurrencyOn = preferences.isMultiCurrencyOn
        var answer = PreferencesRet()
        answer.accounting = accounting
        answer.jobsAndEstimates = jobs
        answer.multiCurrency = currency
        return answer
    }

    /// The one answer that the Web Connector fetches by itself and sends with a session's first call.
    func openingAnswers(ownerID: String) -> QBXMLResponseSet {
        QBXMLResponseSet(responses: [
            QBXMLResponse(.hostQuery, requestID: "0", body: .host(hostRet)),
            QBXMLResponse(.companyQuery, requestID: "1", body: .company(companyRet([ownerID]))),
            QBXMLResponse(.preferencesQuery, requestID: "2", body: .preferences(preferencesRet)),
        ])
    }
}
