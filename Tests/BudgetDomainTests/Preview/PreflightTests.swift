import BudgetDomain
import Testing

/// What is known, and what each check makes of it.
@Suite struct PreflightTests {
    private static let seen = Clinic.at.adding(seconds: -3_600)
    private static let next = "Nobody needs to act: the next session with QuickBooks asks."

    private static func findings(
        _ kind: Export.Kind = .original, job: ListSync<JobRequest>? = nil,
        sending: [ExportTransaction] = [.written("m1", "A", .original, 100_00, description: "x")],
        _ change: (inout PreflightFacts) -> Void = { _ in }
    ) throws -> [PreflightFinding] {
        let prerequisites = job.map { Preview.prerequisites(job: $0) } ?? Preview.prerequisites()
        let preview = try Preview.of(kind, reading: kind == .update ? Preview.reading : nil, sending: sending)
        return Preflight(
            preview, codes: sending.map(\.code), prerequisites: prerequisites, facts: Preview.facts(change)
        ).findings
    }

    /// The findings that are not sound.
    private static func concerns(
        _ kind: Export.Kind = .original, job: ListSync<JobRequest>? = nil,
        _ change: (inout PreflightFacts) -> Void
    ) throws -> [PreflightFinding] {
        try findings(kind, job: job, change).filter { $0.verdict != .sound }
    }

    @Test func `when all is well every check says so, and since when`() throws {
        #expect(
            try Self.findings() == [
                PreflightFinding(.connection, .sound, "A Web Connector is set up."),
                PreflightFinding(
                    .contact, .sound, "The Web Connector called within the last day.", knownAt: Self.seen),
                PreflightFinding(
                    .companyFile, .sound, "Acme Builders, in QuickBooks Pro 2024, qbXML 16.0.", knownAt: Self.seen),
                PreflightFinding(.estimates, .sound, "Estimates are on.", knownAt: Self.seen),
                PreflightFinding(.currency, .sound, "The file has one currency.", knownAt: Self.seen),
                PreflightFinding(.closingDate, .sound, "The books are not closed.", knownAt: Self.seen),
                PreflightFinding(.job, .sound, "Council:Clinic is there and active.", knownAt: Self.seen),
                PreflightFinding(
                    .items, .sound, "1 item is there and active, with both accounts.", knownAt: Self.seen),
                PreflightFinding(.codes, .sound, "QuickBooks can carry every budget code and name."),
                PreflightFinding(.lines, .sound, "The estimate will have 1 line."),
                PreflightFinding(.differences, .sound, "QuickBooks holds nothing of this budget yet."),
            ])
    }

    @Test func `what nobody has asked QuickBooks is not known, and stops nobody`() throws {
        let concerns = try Self.concerns { $0 = PreflightFacts(now: Clinic.at) }

        #expect(
            concerns.map { "\($0.check.rawValue): \($0.verdict.rawValue)" } == [
                "connection: stops", "contact: not known yet", "company file: not known yet",
                "estimates: not known yet", "currency: not known yet", "closing date: not known yet",
                "job: not known yet", "items: not known yet",
            ])
        #expect(concerns.allSatisfy { $0.cure?.isEmpty == false && $0.knownAt == nil })
    }

    @Test func `a connector that is silent for a day is a warning`() throws {
        let last = Clinic.at.adding(seconds: -24 * 60 * 60 - 1)
        #expect(
            try Self.concerns { $0.lastContactAt = last } == [
                PreflightFinding(
                    .contact, .warning, "The Web Connector has not called for more than a day: what is accepted waits.",
                    knownAt: last,
                    cure: "See that the Web Connector runs beside QuickBooks, with Auto-Run on: `plumbline connector "
                        + "status`.")
            ])
        #expect(try Self.concerns { $0.lastContactAt = Clinic.at.adding(seconds: -24 * 60 * 60) } == [])
    }

    @Test func `estimates that are off stop, another currency warns`() throws {
        let concerns = try Self.concerns {
            $0.file?.isUsingEstimates = false
            $0.file?.isMultiCurrencyOn = true
            $0.file?.homeCurrency = "Canadian Dollar"
        }

        #expect(concerns.map(\.verdict) == [.stops, .warning])
        #expect(
            concerns.map(\.text) == [
                "Estimates were switched off in QuickBooks when it was last asked.",
                "The file has several currencies; its home currency is Canadian Dollar, the budget's USD.",
            ])
    }

    /// A new estimate gets the day of the write, here 14 November 2023; an update keeps the estimate's own, the 1st.
    @Test(arguments: [
        (Export.Kind.original, "2023-11-13", [PreflightVerdict]()), (.original, "2023-11-14", [.stops]),
        (.update, "2023-10-31", []), (.update, "2023-11-01", [.stops]), (.update, "2023-11-13", [.stops]),
    ])
    func `the closing date is held against the date that the estimate will carry`(
        kind: Export.Kind, closed: String, verdicts: [PreflightVerdict]
    ) throws {
        let concerns = try Self.concerns(kind) {
            $0.file?.closingDate = CalendarDate(iso: closed)
            $0.estimateDate = Preview.reading.date
        }

        #expect(concerns.map(\.verdict) == verdicts)
        #expect(concerns.allSatisfy { $0.check == .closingDate })
    }

    @Test func `a job that is gone says so with its cure; an inactive one too`() throws {
        let fault = ERPFault(code: "job-gone", text: "It is gone.", meaning: "", cure: "Link it.", mayPass: false)
        let gone = try Self.concerns(job: .failed(.createUnder(customer: "Council"), fault)) { _ in }
        let inactive = try Self.concerns(
            job: .synced(ListReference(listID: "J-1", fullName: "Council:Clinic", condition: .inactive))
        ) { _ in }

        #expect(gone == [PreflightFinding(.job, .stops, "It is gone.", knownAt: Self.seen, cure: "Link it.")])
        #expect(
            inactive == [
                PreflightFinding(
                    .job, .stops, "The job “Council:Clinic” is inactive in QuickBooks.", knownAt: Self.seen,
                    cure: "A bookkeeper makes it active in QuickBooks; the next run of the Web Connector sees that by "
                        + "itself.")
            ])
    }

    @Test func `items and codes that QuickBooks cannot take stop`() throws {
        let findings = try Self.findings(
            sending: [.written("m1", "Z", .original, 1), .written("m2", "z:1", .original, 1)]
        ).filter { $0.verdict != .sound }

        #expect(findings.map(\.check) == [.items, .codes])
        #expect(
            findings.map(\.text) == [
                "2 cost codes on the budget are not synced with QuickBooks: Z, z:1.",
                "QuickBooks cannot hold the name “z:1”: it has a colon, which QuickBooks keeps for levels.",
            ])
    }

    @Test func `what QuickBooks holds otherwise is a warning, and a missing estimate stops an update`() throws {
        let moved = try Self.concerns(.update) {
            $0.differences = (1...6).map { .lineMissing(mark: "m\($0)", code: "A", expected: usd(1)) }
        }
        let missing = try Self.concerns(.update) { $0.differences = [.estimateMissing(deletedAt: nil)] }

        #expect(moved.map(\.verdict) == [.warning])
        #expect(moved.first?.text.hasSuffix("The line of A over 0.01 is not in the estimate. And 1 more.") == true)
        #expect(missing.map(\.verdict) == [.stops])
        #expect(missing.first?.cure?.contains("write-again") == true)
    }

    @Test func `the page in the reference says the same`() throws {
        let rows = PreflightCheck.allCases.map { [$0.rawValue, $0.question, $0.source, $0.worst.rawValue] }
        try ReferenceDocument(name: "preflight.md").expect(
            header: ["Check", "Question", "Who answers", "At worst"], rows: rows)
    }
}
