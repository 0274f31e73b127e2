import BudgetDomain

/// What a run found, for programs; the moments are seconds since 1970, so that they can be joined with the moments at
/// which something was killed.
struct FailoverReport: Encodable, Sendable {
    struct WaitJSON: Encodable, Sendable {
        var connector: String?
        var firm: String?
        let from: Double
        let to: Double
        let failures: Int
    }

    let seed: UInt64
    let companies: Int
    var rounds = 0
    var acceptedExports = 0
    var acceptedTransactions = 0
    /// Modifications that stand twice because a person repeated an act of unknown outcome.
    var modificationsRepeated = 0
    var polls: [String: Int] = [:]
    let calls: Int
    let callsLost: Int
    let acts: Int
    let actsRetried: Int
    var violations: [String] = []
    /// Of the Web Connectors.
    let waits: [WaitJSON]
    /// Of the people.
    let actWaits: [WaitJSON]
    let longestWaitSeconds: Double
    let longestActWaitSeconds: Double
    var workSeconds = 0.0
    var settleSeconds = 0.0

    init(seed: UInt64, companies: Int, calls: WaitLog.Summary, acts: WaitLog.Summary) {
        self.seed = seed
        self.companies = companies
        self.calls = calls.attempts
        callsLost = calls.failures
        self.acts = acts.attempts
        actsRetried = acts.failures
        waits = calls.waits.map {
            WaitJSON(connector: $0.name, from: $0.from.seconds, to: $0.to.seconds, failures: $0.failures)
        }
        actWaits = acts.waits.map {
            WaitJSON(firm: $0.name, from: $0.from.seconds, to: $0.to.seconds, failures: $0.failures)
        }
        longestWaitSeconds = Double(calls.longestMicroseconds) / 1_000_000
        longestActWaitSeconds = Double(acts.longestMicroseconds) / 1_000_000
    }

    mutating func add(_ firm: String, _ ledger: FailoverLedger, _ found: [String]) async {
        let accepted = await ledger.accepted
        acceptedExports += accepted.count
        acceptedTransactions += accepted.values.reduce(0) { $0 + $1.count }
        rounds = max(rounds, accepted.count)
        modificationsRepeated += await ledger.modificationsRepeated
        polls.merge(await ledger.polls, uniquingKeysWith: +)
        violations += (await ledger.violations + found).map { "\(firm): \($0)" }
    }

    var text: String {
        let figures = Table(
            [.text("Figure"), .figure("Value")],
            rows: [
                ["companies", "\(companies)"], ["accepted exports", "\(acceptedExports)"],
                ["accepted transactions", "\(acceptedTransactions)"], ["most exports of a company", "\(rounds)"],
                ["polls", "\(polls.values.reduce(0, +))"], ["calls", "\(calls)"], ["calls lost", "\(callsLost)"],
                ["acts and looks", "\(acts)"], ["of these failed", "\(actsRetried)"],
                ["longest wait of a connector, ms", "\(Int(longestWaitSeconds * 1_000))"],
                ["longest wait of a person, ms", "\(Int(longestActWaitSeconds * 1_000))"],
                ["violations", "\(violations.count)"],
            ])
        return figures.rendered(width: nil) + violations.map { "✗ \($0.printable)\n" }.joined()
    }
}

extension Instant {
    /// Since 1970.
    var seconds: Double { Double(microsecondsSince1970) / 1_000_000 }
}
