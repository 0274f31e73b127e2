/// Everything that is known of QuickBooks and of the way there, from which the preflight is judged.
package struct PreflightFacts: Hashable, Sendable {
    package var now: Instant
    package var hasConnection = false
    package var lastContactAt: Instant?
    /// Nil before the first session.
    package var file: CompanyFileFacts?
    package var fileSeenAt: Instant?
    /// When the job, and the least recently seen of the items, was last asked for by its id; nil for never.
    package var jobSeenAt: Instant?
    package var itemsSeenAt: Instant?
    package var estimateReadAt: Instant?
    /// The date that the estimate has in QuickBooks; nil for a new one, which gets the day of the write.
    package var estimateDate: CalendarDate?
    /// What QuickBooks held otherwise than accepted, when the estimate was last read.
    package var differences: [EstimateDifference] = []

    package init(now: Instant) {
        self.now = now
    }
}

/// The preflight list of one export.
package struct Preflight: Hashable, Sendable {
    /// One for each check, in their order.
    package let findings: [PreflightFinding]

    package var worst: PreflightVerdict {
        let order: [PreflightVerdict] = [.stops, .unknown, .warning]
        return order.first { verdict in findings.contains { $0.verdict == verdict } } ?? .sound
    }

    package init(
        _ preview: EstimatePreview, codes: [BudgetCode], prerequisites: SendPrerequisites, facts: PreflightFacts
    ) {
        let refusals = prerequisites.refusals(for: codes)
        let judge = PreflightJudge(preview: preview, refusals: refusals, prerequisites: prerequisites, facts: facts)
        findings = PreflightCheck.allCases.map { judge.finding(of: $0) }
    }
}

/// Asks one check after the other.
struct PreflightJudge {
    let preview: EstimatePreview
    /// What the acceptance would be refused for.
    let refusals: [Refusal]
    let prerequisites: SendPrerequisites
    let facts: PreflightFacts

    func finding(of check: PreflightCheck) -> PreflightFinding {
        switch check {
        case .connection: connection
        case .contact: contact
        case .companyFile: companyFile
        case .estimates: estimates
        case .currency: currency
        case .closingDate: closingDate
        case .job: job
        case .items: items
        case .codes: codes
        case .lines: lines
        case .differences: differences
        }
    }

    private var connection: PreflightFinding {
        guard facts.hasConnection else {
            return PreflightFinding(
                .connection, .stops, Refusal.noConnection.sentence, cure: Refusal.noConnection.cure)
        }
        return PreflightFinding(.connection, .sound, "A Web Connector is set up.")
    }

    private static let longestSilence: Int64 = 24 * 60 * 60

    private var contact: PreflightFinding {
        let cure = "See that the Web Connector runs beside QuickBooks, with Auto-Run on: `plumbline connector status`."
        guard let last = facts.lastContactAt else {
            return PreflightFinding(.contact, .unknown, "The Web Connector has never called.", cure: cure)
        }
        guard facts.now.seconds(since: last) <= Self.longestSilence else {
            return PreflightFinding(
                .contact, .warning, "The Web Connector has not called for more than a day: what is accepted waits.",
                knownAt: last, cure: cure)
        }
        return PreflightFinding(.contact, .sound, "The Web Connector called within the last day.", knownAt: last)
    }

    private static let nextSession = "Nobody needs to act: the next session with QuickBooks asks."

    private func notAsked(_ check: PreflightCheck, _ text: String) -> PreflightFinding {
        PreflightFinding(check, .unknown, text, cure: Self.nextSession)
    }

    private var companyFile: PreflightFinding {
        guard let file = facts.file, let name = file.name else {
            return notAsked(
                .companyFile, "No company file has been seen; the first session binds the one that is open.")
        }
        let program = [file.product, file.version.map { "qbXML \($0)" }].compactMap(\.self).joined(separator: ", ")
        return PreflightFinding(
            .companyFile, .sound, program.isEmpty ? "\(name)." : "\(name), in \(program).", knownAt: facts.fileSeenAt)
    }

    private var estimates: PreflightFinding {
        guard let isOn = facts.file?.isUsingEstimates else {
            return notAsked(.estimates, "QuickBooks has not said whether estimates are on.")
        }
        guard isOn else {
            return PreflightFinding(
                .estimates, .stops, "Estimates were switched off in QuickBooks when it was last asked.",
                knownAt: facts.fileSeenAt,
                cure: "The QuickBooks administrator switches estimates on: Edit, Preferences, Jobs & Estimates.")
        }
        return PreflightFinding(.estimates, .sound, "Estimates are on.", knownAt: facts.fileSeenAt)
    }

    private var currency: PreflightFinding {
        let ours = preview.totalAfter.currency.code
        guard let isMulti = facts.file?.isMultiCurrencyOn else {
            return notAsked(.currency, "QuickBooks has not said in which currency the books are kept.")
        }
        guard isMulti else {
            return PreflightFinding(.currency, .sound, "The file has one currency.", knownAt: facts.fileSeenAt)
        }
        let home = facts.file?.homeCurrency ?? "another"
        return PreflightFinding(
            .currency, .warning, "The file has several currencies; its home currency is \(home), the budget's \(ours).",
            knownAt: facts.fileSeenAt,
            cure: "A bookkeeper sees that the job's customer is kept in \(ours), the currency of the budget.")
    }

    private var closingDate: PreflightFinding {
        guard let file = facts.file else {
            return notAsked(.closingDate, "QuickBooks has not said up to which day the books are closed.")
        }
        guard let closed = file.closingDate else {
            return PreflightFinding(.closingDate, .sound, "The books are not closed.", knownAt: facts.fileSeenAt)
        }
        let date = preview.isNew ? facts.now.date : facts.estimateDate
        guard let date else {
            return notAsked(.closingDate, "The books are closed up to \(closed); the estimate's date was not read yet.")
        }
        let text = "The estimate's date is \(date); the books are closed up to \(closed)."
        guard date <= closed else {
            return PreflightFinding(.closingDate, .sound, text, knownAt: facts.fileSeenAt)
        }
        return PreflightFinding(
            .closingDate, .stops, text, knownAt: facts.fileSeenAt,
            cure: "A bookkeeper moves the closing date in QuickBooks, or gives the estimate a later date.")
    }
}
