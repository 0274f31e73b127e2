import BudgetDomain
import Testing

@Suite struct ExportLifecycleTests {
    private static let table: [(ExportState.Name, [String])] = [
        (
            .readyToExport,
            [
                "accepted → queued", "rejected → rejected", "retrieved → retrieved",
                "prerequisites lost → invalid",
            ]
        ),
        (
            .invalid,
            [
                "rejected → rejected", "retrieved → retrieved", "prerequisites lost → invalid",
                "prerequisites restored → ready to export",
            ]
        ),
        (.queued, ["claimed → handed out", "written → awaiting job costs", "refused → failed to export"]),
        (.handedOut, ["written → awaiting job costs", "refused → failed to export", "answer lost → unknown"]),
        (.unknown, ["written → awaiting job costs", "refused → failed to export", "proven absent → queued"]),
        (.awaitingJobCosts, ["read-back equal → synced", "read-back differs → mismatched"]),
        (
            .mismatched,
            [
                "read-back equal → synced", "read-back differs → mismatched", "kept → awaiting job costs",
                "rewrite ordered → rewrite queued",
            ]
        ),
        (
            .rewriteQueued,
            [
                "claimed → rewrite handed out", "written → awaiting job costs", "refused → mismatched",
                "read-back differs → mismatched",
            ]
        ),
        (
            .rewriteHandedOut,
            ["written → awaiting job costs", "refused → mismatched", "answer lost → rewrite unknown"]
        ),
        (
            .rewriteUnknown,
            [
                "written → awaiting job costs", "refused → mismatched", "proven absent → rewrite queued",
                "read-back differs → mismatched",
            ]
        ),
        (.synced, ["read-back differs → mismatched"]),
        (.failedToExport, ["rejected → rejected", "exported again → queued"]),
        (.rejected, []),
        (.retrieved, []),
    ]

    @Test(arguments: table)
    func `each state takes these events and refuses all others`(name: ExportState.Name, expected: [String]) {
        let state = ExportState.sample(name)
        var taken: [String] = []
        for event in ExportEvent.Name.allCases {
            do {
                let next = try ExportLifecycle.next(state, on: .sample(event))
                taken.append("\(event.rawValue) → \(next.name.rawValue)")
            } catch {
                #expect(error == Refused(.exportCannot(event: event.rawValue, state: name.rawValue)))
            }
        }
        #expect(taken == expected)
    }

    @Test func `the table has a row for every state, and every name is its own`() {
        #expect(Self.table.map(\.0) == ExportState.Name.allCases)
        for name in ExportState.Name.allCases { #expect(ExportState.sample(name).name == name) }
        for name in ExportEvent.Name.allCases { #expect(ExportEvent.sample(name).name == name) }
    }

    @Test func `a refusal that may pass is tried five times in all`() throws {
        let queued = ExportState.exporting(.queued(attempts: 4))

        let handedOut = try ExportLifecycle.next(queued, on: .claimed(messageSetID: "set-5", at: Clinic.at))
        #expect(handedOut == .exporting(.handedOut(.last)))
        #expect(try ExportLifecycle.next(handedOut, on: .refusedForNow) == .failedToExport(.passing))
        for delivery in [Delivery.handedOut(.first), .unknown(.first)] {
            #expect(
                try ExportLifecycle.next(.exporting(delivery), on: .refusedForNow)
                    == .exporting(.queued(attempts: 1)))
        }
    }

    @Test func `an answer lost for the fifth time and proven not written is a failure`() throws {
        let unknown = try ExportLifecycle.next(.exporting(.handedOut(.last)), on: .answerLost)
        #expect(unknown == .exporting(.unknown(.last)))

        let failed = ExportState.failedToExport(
            ERPFault(
                code: "answers-lost",
                text: "QuickBooks' answer was lost 5 times, and the lines are not in QuickBooks.",
                meaning: "Nothing was written.",
                cure: "Look why the Web Connector loses its answers, then export again.", mayPass: true))
        #expect(try ExportLifecycle.next(unknown, on: .provenAbsent) == failed)
    }

    @Test func `a state keeps what its event brings`() throws {
        let lost = try ExportLifecycle.next(
            .invalid(lost: ["the job", "an item"]), on: .prerequisitesLost(["the job"]))
        #expect(lost == .invalid(lost: ["the job"]))

        let written = try ExportLifecycle.next(
            .exporting(.unknown(.first)), on: .written(Clinic.reference, at: Clinic.at))
        #expect(written == .awaitingJobCosts(Clinic.reference, writtenAt: Clinic.at))

        let again = EstimateReference(txnID: "1A-1", editSequence: "2")
        #expect(
            try ExportLifecycle.next(.mismatched, on: .readBackEqual(again, at: Clinic.at))
                == .synced(again, seenAt: Clinic.at))
    }

    @Test func `the page in the reference says the same`() throws {
        let rows = ExportState.Name.allCases.map { name in
            let taken = ExportEvent.Name.allCases.compactMap { event in
                (try? ExportLifecycle.next(.sample(name), on: .sample(event)))
                    .map { "\(event.rawValue) → \($0.name.rawValue)" }
            }
            return [name.rawValue, taken.isEmpty ? "–" : taken.joined(separator: "; ")]
        }
        try ReferenceDocument(name: "export-lifecycle.md").expect(header: ["State", "Event → next state"], rows: rows)
    }
}
