import BudgetDomain

extension Export {
    /// The status that people see. Procore's words, which are said of the budget, hold of one export too.
    var statusWord: String {
        switch state {
        case .retrieved: "Retrieved"
        case .readyToExport, .invalid, .exporting, .awaitingJobCosts, .mismatched, .rewriting, .synced,
            .failedToExport, .rejected:
            ERPStatus(exports: [self]).rawValue
        }
    }

    /// Where the export stands and who has to act, one sentence a line.
    var whereItStands: [String] {
        switch state {
        case .readyToExport: ["It waits for an accounting approver."]
        case .invalid(let lost): ["It cannot be accepted until this is mended:"] + lost.map { "  \($0)" }
        case .exporting(let delivery): [delivery.sentence]
        case .awaitingJobCosts(_, let writtenAt):
            ["The amounts have not been read back from QuickBooks since \(writtenAt.toTheMinute)."]
        case .mismatched(let mismatch): mismatch.sentences
        case .rewriting(let delivery, _): ["What was accepted is to be written again. \(delivery.sentence)"]
        case .synced(_, let seenAt):
            ["QuickBooks holds exactly what was accepted, read back at \(seenAt.toTheMinute)."]
        case .failedToExport(let fault): [fault.text, fault.meaning, fault.cure]
        case .rejected(_, let at, let comment): ["It was rejected at \(at.toTheMinute): \(comment)"]
        case .retrieved(_, let at): ["It was taken back at \(at.toTheMinute)."]
        }
    }
}

extension Mismatch {
    fileprivate var sentences: [String] {
        let refused = refusal.map { fault in
            ["QuickBooks did not take it when it was written again: \(fault.text)", fault.cure]
        }
        return ["QuickBooks does not hold what was accepted:"] + differences.map { "  \($0.sentence)" }
            + (refused ?? [])
            + ["An accounting approver decides: `plumbline erp compare`, then `erp keep` or `erp write-again`."]
    }
}

extension Delivery {
    fileprivate var sentence: String {
        switch self {
        case .queued(0): "It was accepted and waits for the next run of the QuickBooks Web Connector."
        case .queued(let attempts): "It waits for the next run of the Web Connector, after \(attempts) attempts."
        case .handedOut(let handover): "It was handed to the Web Connector at \(handover.at.toTheMinute)."
        case .unknown: "QuickBooks' answer was lost. The next session finds out whether it was written."
        }
    }
}
