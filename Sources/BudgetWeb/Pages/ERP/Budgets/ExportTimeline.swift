import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The way of one export, from sending to the amounts being seen in the job costs.
enum ExportTimeline {
    static func steps(of detail: ExportDetail) -> [TimelineStep] {
        let export = detail.summary.export
        let sent = TimelineStep(
            title: "Sent by \(detail.summary.sentByName)", state: .done, at: export.sentAt,
            detail: "\(detail.summary.transactions) transactions, frozen as they were")
        switch export.state {
        case .rejected(_, let at, let comment):
            return [sent, TimelineStep(title: "Rejected", state: .failed, at: at, detail: comment)]
        case .retrieved(_, let at):
            return [sent, TimelineStep(title: "Retrieved", state: .done, at: at)]
        case .readyToExport, .invalid:
            return [sent] + ahead(["Accepted", "Written", "Read back"], firstIs: .current)
        case .exporting(let delivery):
            return [sent, accepted(detail), step(delivery)] + ahead(["Read back"], firstIs: .ahead)
        case .failedToExport(let fault):
            return [sent, accepted(detail), TimelineStep(title: "Not written", state: .failed, detail: fault.text)]
        case .awaitingJobCosts(_, let writtenAt):
            return [sent, accepted(detail), TimelineStep(title: "Written", state: .done, at: writtenAt)]
                + ahead(["Read back"], firstIs: .current)
        case .mismatched(let mismatch):
            let count = mismatch.differences.count
            return [
                sent, accepted(detail), TimelineStep(title: "Written", state: .done),
                TimelineStep(
                    title: "Read back", state: .failed, detail: "\(count) difference\(count == 1 ? "" : "s")"),
            ]
        case .rewriting(let delivery, _):
            return [sent, accepted(detail), step(delivery)] + ahead(["Read back"], firstIs: .ahead)
        case .synced(_, let seenAt):
            return [
                sent, accepted(detail), TimelineStep(title: "Written", state: .done),
                TimelineStep(
                    title: "Read back, and equal", state: .done, at: seenAt,
                    detail: "\(detail.confirmed) of \(detail.expected) lines"),
            ]
        }
    }

    private static func accepted(_ detail: ExportDetail) -> TimelineStep {
        TimelineStep(
            title: detail.acceptance.map { "Accepted by \($0.personName)" } ?? "Accepted", state: .done,
            at: detail.acceptance?.at)
    }

    private static func step(_ delivery: Delivery) -> TimelineStep {
        let sentence = ExportWords.sentence(delivery)
        return switch delivery {
        case .queued: TimelineStep(title: "Waits for the Web Connector", state: .current, detail: sentence)
        case .handedOut(let handover):
            TimelineStep(title: "Picked up", state: .current, at: handover.at, detail: sentence)
        case .unknown(let handover):
            TimelineStep(title: "Answer lost", state: .current, at: handover.at, detail: sentence)
        }
    }

    private static func ahead(_ titles: [String], firstIs state: TimelineStep.State) -> [TimelineStep] {
        titles.enumerated().map { TimelineStep(title: $1, state: $0 == 0 ? state : .ahead) }
    }
}
