/// What is looked at before a budget is accepted. `docs/reference/preflight.md` is held equal to this list by a test.
package enum PreflightCheck: String, CaseIterable, Sendable {
    case connection
    case contact
    case companyFile = "company file"
    case estimates
    case currency
    case closingDate = "closing date"
    case job
    case items
    case codes
    case lines
    case differences

    /// What the check asks.
    package var question: String {
        switch self {
        case .connection: "Is a Web Connector set up for the company?"
        case .contact: "Did it call within the last day?"
        case .companyFile: "Is it known which company file the estimate goes to?"
        case .estimates: "Are estimates switched on in QuickBooks?"
        case .currency: "Is the file kept in one currency?"
        case .closingDate: "Is the estimate's date after the day up to which the books are closed?"
        case .job: "Is the project linked with a job that is in QuickBooks and active?"
        case .items: "Is every cost code's item in QuickBooks, active, and with both accounts?"
        case .codes: "Can QuickBooks carry every budget code and name as it is?"
        case .lines: "Has the estimate no more lines than a budget may have?"
        case .differences: "Does QuickBooks hold what was accepted before?"
        }
    }

    /// The worst that it can find.
    package var worst: PreflightVerdict {
        switch self {
        case .connection, .estimates, .closingDate, .job, .items, .codes, .differences: .stops
        case .contact, .currency, .lines: .warning
        case .companyFile: .unknown
        }
    }

    /// Where the answer comes from.
    package var source: String {
        switch self {
        case .connection, .contact: "the connection"
        case .companyFile, .estimates, .currency, .closingDate: "QuickBooks, at the beginning of the last session"
        case .job, .items: "QuickBooks, by their ids, before each write and with each read of costs"
        case .codes, .lines: "the budget"
        case .differences: "the last reading of the estimate"
        }
    }
}

package enum PreflightVerdict: String, CaseIterable, Sendable {
    case sound
    /// Accepting is possible, and somebody should know.
    case warning
    /// QuickBooks, or the acceptance itself, would refuse.
    case stops
    /// Nobody has asked QuickBooks yet.
    case unknown = "not known yet"
}

/// What one check found.
package struct PreflightFinding: Hashable, Sendable {
    package let check: PreflightCheck
    package let verdict: PreflightVerdict
    /// Sentences. They name no time of day, so that two looks at the same state say the same.
    package let text: String
    /// When QuickBooks was last asked; nil for what is known without it.
    package let knownAt: Instant?
    /// Who can mend it, and how; nil where nothing needs to be.
    package let cure: String?

    package init(
        _ check: PreflightCheck, _ verdict: PreflightVerdict, _ text: String, knownAt: Instant? = nil,
        cure: String? = nil
    ) {
        self.check = check
        self.verdict = verdict
        self.text = text
        self.knownAt = knownAt
        self.cure = cure
    }
}
