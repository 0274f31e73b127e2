import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Where a budget stands with accounting: the present export with its stages, and those before.
enum ERPStatusPage {
    static let routes = [
        PageRoute.signedIn(Site.erpStatus, get: show),
        // A page on which people type is not loaded anew under them.
        PageRoute.signedIn(
            Site.erpProgress, get: progress,
            signedOutScript: { visit in
                visit.query["news"] == ExportProgressView.News.replacesPart.rawValue ? .unchanged : .reload
            }),
    ]

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.erpStatus)
        let view = try await visit.plumbline.budget(of: number, in: signedIn.company.id, by: signedIn.person.id)
        let progress = try await visit.plumbline.exportProgress(
            of: number, in: signedIn.company.id, by: signedIn.person.id)
        return .page(
            Page(
                "ERP status of \(number)", section: .projects, beside: ExportWords.badge(of: view),
                .projectTabs(of: view.project.number, current: .erpStatus),
                BudgetActs.bar(view, on: visit), ExportProgressView.html(progress, of: number, news: .reloadsPage),
                earlier(view.standing.exports, than: progress?.export)))
    }

    @Sendable private static func progress(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.erpProgress)
        let progress = try await visit.plumbline.exportProgress(
            of: number, in: signedIn.company.id, by: signedIn.person.id)
        if let progress, visit.query["seen"] == ExportProgressView.stamp(of: progress) { return .unchanged }
        guard visit.query["news"] != ExportProgressView.News.reloadsPage.rawValue else { return .reload }
        let view = try await visit.plumbline.budget(of: number, in: signedIn.company.id, by: signedIn.person.id)
        return .fragment([
            ExportProgressView.content(progress, of: number), BudgetActs.bar(view, on: visit, isNews: true),
            ExportWords.badge(of: view, isNews: true), besides(view, on: visit),
        ])
    }

    /// What only the budget's own page shows beside: a script would look in vain for it on another. The rest of that
    /// page stays, for somebody may be typing there.
    private static func besides(_ view: BudgetView, on visit: Visit) -> HTML {
        let budget = Site.budget.link(view.project.number).text
        guard let page = visit.here?.text.prefix(while: { $0 != "?" }), page == budget else { return .nothing }
        return [BudgetWorkflows.html(view, isNews: true), BudgetPage.addButton(view, isNews: true)]
    }

    private static func earlier(_ exports: [Export], than present: Export?) -> HTML {
        let earlier = exports.reversed().filter { $0.id != present?.id }
        guard !earlier.isEmpty else { return .nothing }
        let rows = earlier.map { export in
            [
                .text("\(export.number)"), .text(export.kind.title), .moment(export.sentAt),
                .text(export.howItEnded),
            ] as [HTML]
        }
        return .table(
            "Earlier exports", [.text("Export"), .text("What it is"), .text("Sent"), .text("How it ended")], rows: rows)
    }
}

extension Export {
    fileprivate var howItEnded: String {
        switch state {
        case .synced: "Synced"
        case .rejected(_, _, let comment): "Rejected: \(comment)"
        case .retrieved: "Retrieved"
        case .readyToExport, .invalid, .exporting, .awaitingJobCosts, .mismatched, .rewriting, .failedToExport:
            "Under way"
        }
    }
}

extension Export.Kind {
    fileprivate var title: String {
        switch self {
        case .original: "First export"
        case .update: "Update"
        case .adoption: "Amounts kept from QuickBooks"
        }
    }
}
