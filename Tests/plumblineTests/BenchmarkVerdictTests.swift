import BudgetDomain
import Testing

@testable import QuickBooksEmulators
@testable import plumbline

/// The verdict of `benchmark failover`: a sentence for everything that is wrong, and none for what is right.
@Suite struct BenchmarkVerdictTests {
    @Test func `what was accepted and is there once is no violation`() {
        #expect(Self.sound.violations == [])
    }

    static let faults: [(change: @Sendable (inout FailoverEvidence) -> Void, sentences: [String])] = [
        (
            {
                $0.estimates[0].lines.removeLast(); $0.estimates[0].totalCents = 12_000
            },
            ["The accepted line PL-2 is not in QuickBooks.", "QuickBooks' estimate is worth 12000 cents, not 11999."]
        ),
        (
            { $0.estimates[0].lines.append($0.estimates[0].lines[0]) },
            ["The line PL-1 is in QuickBooks 2 times."]
        ),
        (
            { $0.estimates[0].lines[0].cents = 12_001 },
            ["The line PL-1 has 12001 cents in QuickBooks, not 12000."]
        ),
        (
            { $0.estimates[0].lines[0].item = "09-900" },
            ["The line PL-1 has the item 09-900 in QuickBooks, not 01-100."]
        ),
        (
            { $0.estimates[0].lines[0].other1 = "PL-9" },
            [
                "The accepted line PL-1 is not in QuickBooks.",
                "QuickBooks holds what nobody accepted: mark “PL-9”, cents 12000.",
            ]
        ),
        (
            { $0.estimates[0].totalCents = 12_000 },
            ["QuickBooks' estimate is worth 12000 cents, not 11999."]
        ),
        ({ $0.estimatesInFile = 2 }, ["QuickBooks holds 1 estimates of no known job."]),
        ({ $0.exports.removeLast() }, ["The accepted export 2 is lost."]),
        (
            {
                $0.accepted[2] = nil; $0.expected = 1; $0.confirmed = 1
            },
            [
                "QuickBooks holds what nobody accepted: mark “PL-2”, cents -1.",
                "QuickBooks' estimate is worth 11999 cents, not 12000.", "Nobody accepted export 2.",
                "The audit has 2 acceptances, where 1 were made.",
            ]
        ),
        ({ $0.exports[1].state = .exporting(.queued(attempts: 1)) }, ["Export 2 is “queued”, not synced."]),
        ({ $0.gateRefusals = ["No."] }, ["The gate is shut: No."]),
        ({ $0.confirmed = 1 }, ["1 of 2 lines are confirmed, where 2 were accepted."]),
        ({ $0.audit.remove(at: 0) }, ["The audit numbers do not run from 1 to 2."]),
        (
            { $0.lastPoll = .unreachable("gone") },
            ["The Web Connector's last run ended with “unreachable(\"gone\")”."]
        ),
        ({ $0.lastPoll = nil }, ["The Web Connector never polled."]),
    ]

    @Test(arguments: faults.indices) func `each fault is named`(_ index: Int) {
        var evidence = Self.sound
        Self.faults[index].change(&evidence)

        #expect(evidence.violations == Self.faults[index].sentences)
    }

    @Test func `an estimate is missing, or is there twice`() {
        var twice = Self.sound
        twice.estimates += twice.estimates
        twice.estimatesInFile = 2
        var missing = Self.sound
        missing.estimates = []
        missing.estimatesInFile = 0

        #expect(twice.violations.first == "QuickBooks holds 2 estimates of the job, not 1.")
        #expect(missing.violations.first == "QuickBooks holds 0 estimates of the job, not 1.")
    }

    /// Two accepted exports of one line each.
    private static var sound: FailoverEvidence {
        FailoverEvidence(
            accepted: [
                1: [AcceptedLine(mark: "PL-1", item: "01-100", cents: 12_000)],
                2: [AcceptedLine(mark: "PL-2", item: "01-100", cents: -1)],
            ],
            estimates: [
                EstimateSnapshot(
                    txnID: "1", editSequence: "1", customer: "Owner:Hall", isActive: true, totalCents: 11_999,
                    lines: [line("PL-1", 12_000), line("PL-2", -1)])
            ],
            estimatesInFile: 1, exports: [export(1), export(2)], gateRefusals: [], confirmed: 2, expected: 2,
            audit: [entry(1, .companyAdded), entry(2, .exportAccepted), entry(3, .exportAccepted)],
            lastPoll: .nothingToDo)
    }

    private static func line(_ mark: String, _ cents: Int64) -> EstimateSnapshot.Line {
        EstimateSnapshot.Line(txnLineID: mark, item: "01-100", cents: cents, other1: mark)
    }

    private static func export(_ number: Int) -> Export {
        Export(
            id: ID("E\(number)"), budget: ID("B"), number: number, kind: .original, sentBy: ID("P"), sentAt: .earliest,
            state: .synced(EstimateReference(txnID: "1", editSequence: "1"), seenAt: .earliest))
    }

    private static func entry(_ number: Int, _ act: AuditedAct) -> AuditEntry {
        AuditEntry(number: number, at: .earliest, actor: .commandLine, act: act, subject: "it", details: "")
    }
}
