package import BudgetDomain
package import QBXML

/// What QuickBooks' documents cost the jobs that we look after.
///
/// A document may have lines of many jobs and of none, and QuickBooks cannot filter by the job of a line; so every line
/// is looked at, and its job compared by ListID, which no renaming changes.
package struct JobCostTranslation: Sendable {
    /// ListIDs of the jobs.
    package let jobs: Set<String>
    package let currency: Currency
    /// The home currency in QuickBooks' words; nil where QuickBooks has but one currency.
    package let homeCurrencyName: String?
    /// ListIDs of accounts whose journal lines are no cost though they name the job: receivables, payables, income,
    /// bank. Every other journal line that names the job counts.
    package let accountsThatAreNoCost: Set<String>

    package init(
        jobs: Set<String>, currency: Currency, homeCurrencyName: String? = nil,
        accountsThatAreNoCost: Set<String> = []
    ) {
        self.jobs = jobs
        self.currency = currency
        self.homeCurrencyName = homeCurrencyName
        self.accountsThatAreNoCost = accountsThatAreNoCost
    }

    /// The lines of a whole answer; none for an answer that is not of documents.
    package func lines(of body: ResponseBody) throws(TranslationFault) -> [JobCostLine] {
        switch body {
        case .bills(let all): try each(all, lines(of:))
        case .checks(let all): try each(all, lines(of:))
        case .creditCardCharges(let all):
            try each(all) { document throws(TranslationFault) in try lines(of: document, isCredit: false) }
        case .creditCardCredits(let all):
            try each(all) { document throws(TranslationFault) in try lines(of: document, isCredit: true) }
        case .vendorCredits(let all): try each(all, lines(of:))
        case .purchaseOrders(let all): try each(all, lines(of:))
        case .journalEntries(let all): try each(all, lines(of:))
        case .customers, .items, .accounts, .estimates, .preferences, .company, .host, .report, .deletedTxns,
            .unrecognised:
            []
        }
    }

    private func each<Document>(
        _ documents: [Document], _ lines: (Document) throws(TranslationFault) -> [JobCostLine]
    ) throws(TranslationFault) -> [JobCostLine] {
        var result: [JobCostLine] = []
        for document in documents { result += try lines(document) }
        return result
    }

    /// Only a file with several currencies names one in its documents. Amounts of another cannot be counted.
    func requireHomeCurrency(_ name: QBRef?, txnID: String) throws(TranslationFault) {
        guard let homeCurrencyName, let name = name?.fullName, name != homeCurrencyName else { return }
        throw .foreignCurrency(txnID: txnID, name: name)
    }
}

/// A line of a document, and the job that it costs.
package struct JobCostLine: Hashable, Sendable {
    package let jobListID: String
    package let line: JobCostDocumentLine

    package init(jobListID: String, line: JobCostDocumentLine) {
        self.jobListID = jobListID
        self.line = line
    }
}
