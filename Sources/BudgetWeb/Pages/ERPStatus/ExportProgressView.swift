import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Where a budget's export stands, for any page about the budget. While something is still to come it looks by itself
/// every few seconds, and changes only when there is news; without scripts a link looks again.
enum ExportProgressView {
    /// What a script does with news.
    enum News: String {
        /// Loads the page anew: for pages that are all about where the budget stands.
        case reloadsPage = "reload"
        /// Replaces this part and what contradicts the news, as the bar of acts: for pages on which people type.
        case replacesPart = "replace"
    }

    /// - Parameter progress: nil when nothing was ever sent.
    static func html(_ progress: ExportProgress?, of number: String, news: News = .replacesPart) -> HTML {
        // The frame stays when its content is replaced, so that those who hear the page are told what is new.
        .tag(
            "div", [.class("erp-progress"), .named("aria-live", "polite")], content(progress, of: number, news: news))
    }

    /// What the frame holds, which a script replaces as a whole.
    static func content(_ progress: ExportProgress?, of number: String, news: News = .replacesPart) -> HTML {
        guard let progress else {
            return .card(
                "ERP status", .p(.badge(.notInERP)), .p("Nothing of this budget was ever sent to ERP Integrations."))
        }
        return .tag(
            "section",
            [.class("card"), .named("aria-label", "ERP status")] + following(progress, of: number, news: news),
            .tag(
                "div", [.class("row")], .h2("Export \(String(progress.export.number))"),
                ExportWords.badge(progress.export)),
            stages(progress, lookingAgainAt: Site.erpStatus.link(number)))
    }

    /// The stages alone, in the card of a page that is all about the export, which is loaded anew with news.
    /// - Parameter page: where that page is looked at again; whoever reads it may see no other page of the project.
    static func stages(_ progress: ExportProgress, of number: String, on page: Link) -> HTML {
        .tag(
            "div", [.class("erp-progress stack")] + following(progress, of: number, news: .reloadsPage),
            stages(progress, lookingAgainAt: page))
    }

    private static func stages(_ progress: ExportProgress, lookingAgainAt page: Link) -> HTML {
        [
            .timeline(ExportStages(progress: progress).steps),
            progress.export.state.isOpen ? .p(.a(page, "Look again")) : .nothing,
        ]
    }

    /// What has a script ask for news every few seconds; nothing when there is none to come.
    private static func following(_ progress: ExportProgress, of number: String, news: News) -> [HTMLAttribute?] {
        guard progress.export.state.isOpen else { return [] }
        let again = Site.erpProgress.link(number).with("news", news.rawValue).with("seen", stamp(of: progress))
        return [
            .named("hx-get", again.text), .named("hx-trigger", "every \(seconds(progress.export.state))s"),
            .named("hx-swap", "outerHTML"),
        ]
    }

    /// Differs whenever the content would.
    static func stamp(of progress: ExportProgress) -> String {
        let state = progress.export.state
        let attempts =
            switch state.delivery {
            case .queued(let attempts): attempts
            case .handedOut(let handover), .unknown(let handover): handover.attempt
            case nil: 0
            }
        let confirmed = progress.confirmation?.confirmed ?? 0
        let read = progress.readBackAt?.microsecondsSince1970 ?? 0
        let failing = progress.connection?.failure.map { ".\($0.since.microsecondsSince1970)" } ?? ""
        return "\(progress.export.number).\(state.name.rawValue).\(attempts).\(confirmed).\(read)\(failing)"
    }

    /// Somebody may watch for the Web Connector or for the approver's word; the rest takes people longer. To say that
    /// there is no news costs the server one reading.
    private static func seconds(_ state: ExportState) -> Int {
        switch state {
        case .exporting, .awaitingJobCosts, .rewriting: 4
        case .readyToExport: 5
        case .invalid, .mismatched, .failedToExport, .synced, .rejected, .retrieved: 20
        }
    }
}
