internal import BudgetDomain

/// Every move that the export lifecycle allows, by the names of the states.
enum LifecycleMoves {
    static let allowed: Set<[String]> = {
        var moves: Set<[String]> = []
        for state in states {
            for event in events {
                guard let next = try? ExportLifecycle.next(state, on: event) else { continue }
                moves.insert([state.name.rawValue, next.name.rawValue])
            }
        }
        return moves
    }()

    private static let reference = EstimateReference(txnID: "1", editSequence: "1")
    private static let mismatch = Mismatch(reference: reference, differences: [])
    private static let start = SimulatedClock.start

    private static let states: [ExportState] =
        [
            .readyToExport, .invalid(lost: []), .exporting(.queued(attempts: 0)),
            .awaitingJobCosts(reference, writtenAt: start), .mismatched(mismatch),
            .rewriting(.queued(attempts: 0), mismatch),
            .synced(reference, seenAt: start), .failedToExport(fault(mayPass: false)),
            .rejected(by: ID("1"), at: start, comment: ""), .retrieved(by: ID("1"), at: start),
        ]
        + [1, ExportLifecycle.mostAttempts].flatMap { attempt in
            let handover = Handover(attempt: attempt, messageSetID: "1", at: start)
            return [Delivery.handedOut(handover), .unknown(handover)].flatMap { delivery in
                [ExportState.exporting(delivery), .rewriting(delivery, mismatch)]
            }
        }

    private static let events: [ExportEvent] = [
        .accepted, .rejected(by: ID("1"), at: start, comment: ""), .retrieved(by: ID("1"), at: start),
        .prerequisitesLost([]), .prerequisitesRestored, .claimed(messageSetID: "1", at: start),
        .written(reference, at: start), .refused(fault(mayPass: true)), .refused(fault(mayPass: false)), .answerLost,
        .provenAbsent, .readBackEqual(reference, at: start), .readBackDiffers(reference, []), .exportedAgain,
        .kept(at: start), .rewriteOrdered,
    ]

    private static func fault(mayPass: Bool) -> ERPFault {
        ERPFault(code: "1", text: "", meaning: "", cure: "", mayPass: mayPass)
    }
}
