/// What a certificate says once, above its tables. The raw value is the word before it; the order is that of the text.
package enum CertifiedFact: String, CaseIterable, Sendable {
    case result = "Result"
    case company = "Company"
    case companyID = "Company id"
    case project = "Project"
    case projectName = "Project name"
    case projectID = "Project id"
    case currency = "Currency"
    case fileCompany = "Company file of"
    case filePath = "Company file path"
    case fileID = "Company file id"
    case estimateNumber = "Estimate number"
    case estimateTxnID = "Estimate TxnID"
    case estimateEditSequence = "Estimate EditSequence"
    case estimateReadAt = "Estimate read at"
    case costsReadAt = "Costs read at"
    case auditHead = "Audit head"
    case madeAt = "Made at"
    case madeBy = "Made by"
}

/// An amount of a certificate's tables. The raw value is the title of its column.
package enum CertifiedAmount: String, CaseIterable, Sendable {
    case approvedOriginal = "Approved original"
    case approvedModifications = "Approved modifications"
    case approvedRevised = "Approved revised"

    /// On lines that carry the mark of an approved transaction.
    case written = "Written as approved"
    case typed = "Typed in QuickBooks"
    case inQuickBooks = "Estimate in QuickBooks"

    case reportOriginal = "Original estimate"
    case reportChanges = "Budget changes"
    case reportOther = "Other lines"
    case reportRevised = "Revised estimate"
    case jobToDateCost = "Job to date cost"
    case committed = "Committed"

    /// QuickBooks less approved. It is the sum of the three that follow.
    case difference = "QuickBooks less approved"
    case typedDifference = "Typed there"
    /// What was approved and is not there yet, so negative when it is money.
    case pending = "Not there yet"
    /// Lines that are there with another amount or item, twice, or not any more.
    case differing = "Differing lines"
    /// What the budget says now less what was approved: not yet sent, or not yet accepted.
    case notApproved = "Budget less approved"

    /// What it is the sum of; empty for one that stands for itself.
    package var parts: [CertifiedAmount] {
        switch self {
        case .approvedRevised: [.approvedOriginal, .approvedModifications]
        case .inQuickBooks: [.written, .typed]
        case .reportRevised: [.reportOriginal, .reportChanges, .reportOther]
        case .difference: [.typedDifference, .pending, .differing]
        case .approvedOriginal, .approvedModifications, .written, .typed, .reportOriginal, .reportChanges,
            .reportOther, .jobToDateCost, .committed, .typedDifference, .pending, .differing, .notApproved:
            []
        }
    }
}

/// One table of a certificate.
enum CertifiedTable: String, CaseIterable {
    case approved = "Approved, by accepted exports"
    case quickBooks = "QuickBooks, by the estimate as it was last read"
    case report = "Job Costs Report"
    case differences = "Differences"

    var amounts: [CertifiedAmount] {
        switch self {
        case .approved: [.approvedOriginal, .approvedModifications, .approvedRevised]
        case .quickBooks: [.written, .typed, .inQuickBooks]
        case .report:
            [.reportOriginal, .reportChanges, .reportOther, .reportRevised, .jobToDateCost, .committed]
        case .differences: [.difference, .typedDifference, .pending, .differing, .notApproved]
        }
    }
}
