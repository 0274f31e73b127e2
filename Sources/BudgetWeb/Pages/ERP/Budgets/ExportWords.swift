import BudgetDomain
import BudgetOperations
import MarkupBytes

/// How an export stands, in the words of the pages.
enum ExportWords {
    /// Procore's words, which are said of the budget, hold of one export too.
    static func badge(_ export: Export) -> HTML {
        switch export.state {
        case .retrieved: .badge("Retrieved", .neutral)
        case .mismatched: .badge("Differs", .bad)
        case .awaitingJobCosts: .badge("Waits for job costs", .busy)
        case .rewriting: .badge("Writing again", .busy)
        case .readyToExport, .invalid, .exporting, .synced, .failedToExport, .rejected:
            .badge(ERPStatus(exports: [export]))
        }
    }

    /// The same word beside the heading of a budget's pages as beside the export that is open.
    /// - Parameter isNews: whether it comes beside another part of a page, to replace the badge that is there.
    static func badge(of view: BudgetView, isNews: Bool = false) -> HTML {
        .tag(
            "span", [.id("budget-standing"), isNews ? .named("hx-swap-oob", "true") : nil],
            view.standing.openExport.map { badge($0) } ?? .badge(view.erpStatus))
    }

    /// Where the export stands and who has to act, one sentence each.
    static func sentences(_ state: ExportState, _ connection: Connection?) -> [String] {
        switch state {
        case .readyToExport: ["It waits for an accounting approver. Nothing is in QuickBooks yet."]
        case .invalid(let lost): ["It cannot be accepted until this is mended:"] + lost
        case .exporting(let delivery): [sentence(delivery, connection)]
        case .awaitingJobCosts:
            [
                "QuickBooks answered that it wrote. The amounts have not been read back, so the budget is closed until "
                    + "they are."
            ] + (connection?.failure.map { [sentence(of: $0)] } ?? [])
        case .mismatched(let mismatch): mismatchSentences(mismatch)
        case .rewriting(let delivery, _):
            ["What was approved is to be written again.", sentence(delivery, connection)]
        case .synced: ["QuickBooks holds exactly what was accepted: it was read back, to the cent."]
        case .failedToExport: ["QuickBooks did not take it. Nothing of it is in QuickBooks."]
        case .rejected(_, _, let comment): ["It was rejected: \(comment)"]
        case .retrieved: ["It was taken back before anybody decided."]
        }
    }

    private static func mismatchSentences(_ mismatch: Mismatch) -> [String] {
        let refused = mismatch.refusal.map { fault in
            ["QuickBooks did not take it when it was written again: \(fault.text) \(fault.cure)"]
        }
        return [
            "QuickBooks does not hold what was accepted. The budget is closed until an approver decides, or a "
                + "bookkeeper puts it right."
        ] + mismatch.differences.prefix(mostDifferences).map(\.sentence) + (refused ?? [])
    }

    private static let mostDifferences = 5

    /// - Parameter connection: the company's, whose next session it waits for.
    static func sentence(_ delivery: Delivery, _ connection: Connection?) -> String {
        if case .queued = delivery, let failure = connection?.failure { return sentence(of: failure) }
        return switch delivery {
        case .queued(0): "It was accepted and waits for the next call of the Web Connector."
        case .queued(let attempts): "It waits for the next call of the Web Connector, after \(attempts) attempts."
        case .handedOut: "The Web Connector has it; QuickBooks has not answered yet."
        case .unknown:
            "QuickBooks' answer was lost. The next session finds out whether it was written, before anything else."
        }
    }

    /// Why it does not help to wait for the next call.
    static func sentence(of failure: Connection.Failure) -> String {
        "The Web Connector called, but its sessions have failed since \(failure.since.toTheMinute): \(failure.cause)"
    }
}
