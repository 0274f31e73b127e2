import QuickBooksEmulators

/// What one run of the emulated Web Connector did, and what its QuickBooks holds afterwards. Amounts are cents.
struct EmulatedRunJSON: Encodable, Sendable {
    struct Estimate: Encodable, Sendable {
        let txnID: String
        let customer: String
        let totalCents: Int64
        let lines: [Line]
    }

    struct Line: Encodable, Sendable {
        let mark: String?
        let item: String?
        let cents: Int64
    }

    /// How the last poll ended.
    var outcome = ""
    /// How often a poll ended in which way.
    var polls: [String: Int] = [:]
    var calls = 0
    /// What the service last said had gone wrong.
    var lastError: String?
    var executedWrites = 0
    var estimates: [Estimate] = []

    /// Whether the last poll found nothing to do.
    var isIdle: Bool { outcome == PollReport.Outcome.nothingToDo.word }

    mutating func take(_ poll: PollReport) {
        outcome = poll.outcome.word
        polls[outcome, default: 0] += 1
        calls += poll.calls.count
        lastError = poll.lastError ?? lastError
    }

    mutating func take(_ file: CompanyFile) {
        executedWrites = file.executedWrites
        estimates = file.estimates.map { estimate in
            Estimate(
                txnID: estimate.txnID, customer: estimate.customer, totalCents: estimate.totalCents,
                lines: estimate.lines.map { Line(mark: $0.other1, item: $0.item, cents: $0.cents) })
        }
    }
}
