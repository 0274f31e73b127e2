import Simulation

/// What simulated lives came to, for people and for programs.
enum SimulationReport {
    static func one(_ result: SeedResult) -> Report {
        let settlement = result.settlement
        var blocks: [Report.Block] = [.verbatim(result.trace.text)]
        if !result.trace.lines.isEmpty { blocks.append(.blank) }
        blocks.append(
            .line(
                "\(result.steps) steps, \(result.tally.total) faults; \(settlement.synced) of "
                    + "\(settlement.accepted) accepted exports ended synced."))
        blocks += result.violations.map { .line("Violated at step \($0.step): \($0.invariant): \($0.text)") }
        return Report(
            blocks, json: LifeJSON(result), status: result.violations.isEmpty ? .done : .failure)
    }

    /// - Parameter repeated: the options to write again with the seed of a life.
    static func many(_ summary: SeedSummary, seconds: Double, repeated: String) -> Report {
        let rate = Int(Double(summary.lives) / max(seconds, 0.001))
        var blocks: [Report.Block] = [
            .line("\(summary.lives) lives in \(Int(seconds)) s, \(rate) a second."),
            .line(
                "\(summary.syncedExports) of \(summary.acceptedExports) accepted exports ended synced; in "
                    + "\(summary.livesSynced) lives all of them did."),
            .line(
                "What was under way when the faults stopped settled within three polls in "
                    + "\(summary.livesSettledInThree) lives; the most that any needed were \(summary.mostPolls)."),
        ]
        blocks += summary.others.sorted { $0.key < $1.key }.map { .line("Ended otherwise: \($0.value) \($0.key).") }
        if !summary.unsynced.isEmpty {
            blocks.append(.line("Lives that did not end synced: \(summary.unsynced.joined(separator: ", "))"))
        }
        blocks += [.blank, .table(faults(summary.tally)), .blank]
        blocks += failures(summary, repeated: repeated)
        return Report(
            blocks, json: SummaryJSON(summary, seconds: seconds),
            status: summary.failedLives == 0 ? .done : .failure)
    }

    private static func faults(_ tally: FaultTally) -> Table {
        Table(
            [.text("Fault"), .figure("Struck")],
            rows: FaultKind.allCases.map { [$0.rawValue, String(tally[$0])] },
            footer: ["All", String(tally.total)])
    }

    private static func failures(_ summary: SeedSummary, repeated: String) -> [Report.Block] {
        guard summary.failedLives > 0 else { return [.line("No invariant was violated.")] }
        var blocks: [Report.Block] = [.line("\(summary.failedLives) lives violated an invariant:")]
        for failure in summary.failures {
            blocks.append(.line("  plumbline simulate \(failure.replay)\(repeated) --trace"))
            blocks += failure.violations.prefix(3).map {
                .line("    step \($0.step): \($0.invariant): \($0.text)")
            }
        }
        return blocks
    }
}

struct ViolationJSON: Encodable, Sendable {
    let invariant: String
    let step: Int
    let text: String
}

struct LifeJSON: Encodable, Sendable {
    let replay: String
    let steps: Int
    let accepted: Int
    let synced: Int
    let violations: [ViolationJSON]
    let trace: [String]

    init(_ result: SeedResult) {
        replay = result.replay
        steps = result.steps
        accepted = result.settlement.accepted
        synced = result.settlement.synced
        violations = result.violations.map {
            ViolationJSON(invariant: $0.invariant, step: $0.step, text: $0.text)
        }
        trace = result.trace.lines
    }
}

struct SummaryJSON: Encodable, Sendable {
    let lives: Int
    let seconds: Double
    let accepted: Int
    let synced: Int
    let livesSynced: Int
    let livesSettledInThreePolls: Int
    let mostPolls: Int
    let otherStates: [String: Int]
    let faults: [String: Int]
    let failedLives: Int
    let failures: [LifeJSON]

    init(_ summary: SeedSummary, seconds: Double) {
        lives = summary.lives
        self.seconds = seconds
        accepted = summary.acceptedExports
        synced = summary.syncedExports
        livesSynced = summary.livesSynced
        livesSettledInThreePolls = summary.livesSettledInThree
        mostPolls = summary.mostPolls
        otherStates = summary.others
        faults = Dictionary(uniqueKeysWithValues: FaultKind.allCases.map { ($0.shortName, summary.tally[$0]) })
        failedLives = summary.failedLives
        failures = summary.failures.map(LifeJSON.init)
    }
}
