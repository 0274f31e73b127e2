import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The stages of an export, from *Send to ERP* to the day its amounts are visible in the Job Costs Report: real times
/// for what is behind, usual durations for what is ahead.
struct ExportStages {
    let progress: ExportProgress

    private var state: ExportState { progress.export.state }

    var steps: [TimelineStep] {
        switch state {
        case .rejected(_, let at, let comment):
            [sent, TimelineStep(title: "Rejected by \(person)", state: .failed, at: at, detail: "“\(comment)”")]
        case .retrieved(_, let at):
            [
                sent,
                TimelineStep(
                    title: "Retrieved by \(person)", state: .done, at: at,
                    detail: "It did not go to QuickBooks, and can be sent again."),
            ]
        case .readyToExport, .invalid, .exporting, .awaitingJobCosts, .mismatched, .rewriting, .synced,
            .failedToExport:
            [sent, accepted, handedOut, written, readBack, visible]
        }
    }

    private var person: String { progress.endedBy ?? "somebody" }

    private var sent: TimelineStep {
        let lines = progress.transactions == 1 ? "1 line" : "\(progress.transactions) lines"
        return TimelineStep(
            title: "Sent to ERP by \(progress.sentBy)", state: .done, at: progress.export.sentAt,
            detail: "\(lines), \(progress.total.formatted) \(progress.total.currency.code) in all.")
    }

    private var accepted: TimelineStep {
        switch state {
        case .readyToExport:
            TimelineStep(
                title: "Acceptance", state: .current,
                detail: "It waits for an accounting approver." + usually(progress.usual.toAccept))
        case .invalid(let lost):
            TimelineStep(
                title: "Acceptance", state: .failed,
                detail: "It cannot be accepted until this is mended: " + lost.joined(separator: " "))
        case .exporting, .awaitingJobCosts, .mismatched, .rewriting, .synced, .failedToExport, .rejected, .retrieved:
            TimelineStep(
                title: "Accepted by \(progress.acceptance?.by ?? "an approver"), and queued", state: .done,
                at: progress.acceptance?.at)
        }
    }

    private var handedOut: TimelineStep {
        switch state {
        case .readyToExport, .invalid, .rejected, .retrieved:
            TimelineStep(title: "Handed to the Web Connector", state: .ahead, detail: usual(progress.usual.toHandOut))
        case .exporting(.queued(let attempts)):
            TimelineStep(
                title: "Handed to the Web Connector", state: .current,
                detail: failing ?? waiting(after: attempts))
        case .exporting, .awaitingJobCosts, .mismatched, .rewriting, .synced, .failedToExport:
            TimelineStep(
                title: "Handed to \(connector)", state: .done, at: progress.handedOutAt, detail: computer)
        }
    }

    private var written: TimelineStep {
        let title = "Written in QuickBooks"
        switch state {
        case .readyToExport, .invalid, .exporting(.queued), .rejected, .retrieved:
            return TimelineStep(title: title, state: .ahead, detail: usual(progress.usual.toWrite))
        case .exporting(.handedOut):
            return TimelineStep(
                title: title, state: .current, detail: "QuickBooks has not answered." + usually(progress.usual.toWrite))
        case .exporting(.unknown):
            return TimelineStep(
                title: title, state: .current,
                detail: "QuickBooks' answer was lost. The next session finds out whether it was written.")
        case .failedToExport(let fault):
            return TimelineStep(
                title: "Not written in QuickBooks", state: .failed,
                detail: "\(fault.text) \(fault.meaning) \(fault.cure)")
        case .awaitingJobCosts, .mismatched, .rewriting, .synced:
            return TimelineStep(title: title, state: .done, at: progress.writtenAt)
        }
    }

    private var readBack: TimelineStep {
        let title = "Read back from QuickBooks"
        switch state {
        case .awaitingJobCosts:
            return TimelineStep(
                title: title, state: .current,
                detail: failing ?? "The Web Connector reads it by itself." + usually(progress.usual.toReadBack))
        case .rewriting:
            return TimelineStep(
                title: title, state: .current,
                detail: "It differed, and an approver has what was accepted written again: \(confirmed).")
        case .mismatched, .synced:
            return TimelineStep(title: title, state: .done, at: progress.readBackAt)
        case .readyToExport, .invalid, .exporting, .failedToExport, .rejected, .retrieved:
            return TimelineStep(title: title, state: .ahead, detail: usual(progress.usual.toReadBack))
        }
    }

    private var visible: TimelineStep {
        let title = "Visible in the Job Costs Report"
        switch state {
        case .synced(_, let seenAt):
            return TimelineStep(
                title: title, state: .done, at: seenAt, detail: "QuickBooks holds exactly what was accepted.")
        case .mismatched(let mismatch):
            let places = mismatch.differences.count == 1 ? "1 place" : "\(mismatch.differences.count) places"
            return TimelineStep(
                title: title, state: .failed,
                detail: "QuickBooks differs from what was accepted in \(places): \(confirmed). "
                    + "An accounting approver decides in ERP Integrations.")
        case .awaitingJobCosts, .rewriting, .readyToExport, .invalid, .exporting, .failedToExport, .rejected,
            .retrieved:
            return TimelineStep(title: title, state: .ahead, detail: "As soon as what is read back agrees.")
        }
    }
}

// Parts of sentences.
extension ExportStages {
    private var confirmed: String {
        progress.confirmation.map { "\($0.confirmed) of \($0.expected) lines are confirmed" }
            ?? "no line is confirmed yet"
    }

    private var connector: String {
        progress.connection.map { "the Web Connector “\($0.userName)”" } ?? "the Web Connector"
    }

    /// Which computer picked it up, and what is open there.
    private var computer: String? {
        let sentences = [
            progress.handedOutTo.map { "It called from \($0)." },
            progress.connection?.boundPath.map { "Company file \($0)." },
        ].compactMap(\.self)
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    private func waiting(after attempts: Int) -> String {
        (attempts == 0 ? "It waits" : "It waits again, after \(attempts) attempts,")
            + " for the next run of \(connector)." + heard + usually(progress.usual.toHandOut)
    }

    /// Why the next run may do nothing for it either; nil where the last one did its work.
    private var failing: String? { progress.connection?.failure.map(ExportWords.sentence(of:)) }

    private var heard: String {
        guard let connection = progress.connection else { return " No QuickBooks connection is set up." }
        guard let last = connection.lastContactAt else { return " It has never called." }
        return " It last called at \(last.toTheMinute)."
    }

    private func usually(_ seconds: Int64?) -> String {
        seconds.map { " This usually takes \(SpanText.of(seconds: $0))." } ?? ""
    }

    private func usual(_ seconds: Int64?) -> String? {
        seconds.map { "Usually \(SpanText.of(seconds: $0)) later." }
    }
}
