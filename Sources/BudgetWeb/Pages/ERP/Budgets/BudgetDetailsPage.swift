import BudgetDomain
import BudgetOperations
import MarkupBytes

/// *Details*: everything that an approver decides on.
enum BudgetDetailsPage {
    static let route = PageRoute.signedIn(
        Site.erpBudget, get: { visit, signedIn in .page(try await page(on: visit, signedIn)) })

    /// - Parameter refused: why what was tried from here was not done.
    static func page(on visit: Visit, _ signedIn: SignedInPerson, refused: Refused? = nil) async throws -> Page {
        let number = visit.part(Site.erpBudget)
        let (company, person) = (signedIn.company.id, signedIn.person.id)
        let detail = try await visit.plumbline.exportDetail(of: number, in: company, by: person)
        let latest = try await visit.plumbline.exportPreview(of: number, in: company, by: person)
        let preview = latest.export.id == detail.summary.export.id ? latest : nil
        let progress = try await visit.plumbline.exportProgress(of: number, in: company, by: person)
        let all = try await visit.plumbline.exports(of: company, by: person)
        return ERPTab.budget.page(
            titled: "\(detail.summary.projectNumber) \(detail.summary.projectName)",
            beside: ExportWords.badge(detail.summary.export),
            refused.map { .refusal($0.refusals) } ?? .nothing, ways(from: detail.summary, in: all.present, visit),
            standing(of: detail, progress, isFollowed: refused == nil),
            ExportActs(detail: detail, preview: preview, signedIn: signedIn).html(on: visit),
            try .budgetUpdates(detail), stillToCome(preview), earlier(than: detail.summary, in: all))
    }

    /// - Parameter isFollowed: not after a form that was refused: to load that page anew would send the form again.
    private static func standing(of detail: ExportDetail, _ progress: ExportProgress?, isFollowed: Bool) -> HTML {
        let export = detail.summary.export
        let number = detail.summary.projectNumber
        let stages: HTML =
            switch progress {
            case nil: .nothing
            case let progress? where isFollowed:
                ExportProgressView.stages(progress, of: number, on: Site.erpBudget.link(number))
            case let progress?: .timeline(ExportStages(progress: progress).steps)
            }
        let fault: HTML = if case .failedToExport(let fault) = export.state { .failedExport(fault) } else { .nothing }
        return [
            .card(
                "Export \(export.number), \(export.kind.rawValue)",
                notes(ExportWords.sentences(export.state, progress?.connection)),
                stages, papers(of: detail.summary)),
            fault,
        ]
    }

    private static func notes(_ sentences: [String]) -> HTML {
        sentences.count == 1 ? .fragment(sentences.map { .p(.text($0)) }) : .ul(sentences.map { .li(.text($0)) })
    }

    /// What proves the export to others.
    private static func papers(of summary: ExportSummary) -> HTML {
        guard summary.export.state.name != .readyToExport else { return .nothing }
        let evidence = Site.erpEvidence.link(summary.projectNumber).with("export", "\(summary.export.number)")
        return .tag(
            "p", [.class("row")], .buttonLink(evidence, "Download the evidence"),
            .buttonLink(Site.erpCertificate.link(summary.projectNumber), "Download the certificate"))
    }

    /// The dry run and the checks, while the export is still to be written.
    private static func stillToCome(_ preview: ExportPreview?) -> HTML {
        guard let preview, !preview.estimate.added.isEmpty else { return .nothing }
        return [DryRun(preview: preview).html, .checks(preview.preflight)]
    }

    /// The ways to the budgets before and after this one in the list, and back to it.
    private static func ways(from summary: ExportSummary, in all: [ExportSummary], _ visit: Visit) -> HTML {
        let own = ExportFilter.of(summary.export.state)
        // Whoever has just accepted one goes on to the next that waits.
        let hasMore = own == .exporting && all.contains { ExportFilter.ready.holds($0) }
        let filter = visit.query["filter"].flatMap(ExportFilter.init(rawValue:)) ?? (hasMore ? .ready : own)
        let numbers = all.filter { filter.holds($0) }.map(\.projectNumber)
        let here = numbers.firstIndex(of: summary.projectNumber) ?? -1
        func way(_ step: Int, key: String, _ label: String) -> HTML {
            guard numbers.indices.contains(here + step) else { return .nothing }
            return .keyLink(
                Site.erpBudget.link(numbers[here + step]).with("filter", filter.rawValue), key: key, label)
        }
        return .tag(
            "nav", [.class("row"), .named("aria-label", "Budgets in this list")], way(1, key: "J", "Next"),
            way(-1, key: "K", "Previous"),
            .keyLink(Site.erpBudgets.link.with("filter", filter.rawValue), key: "L", "Back to the list"))
    }

    private static func earlier(than present: ExportSummary, in all: [ExportSummary]) -> HTML {
        let others = all.filter {
            $0.projectNumber == present.projectNumber && $0.export.id != present.export.id
        }
        guard !others.isEmpty else { return .nothing }
        return .table(
            "Other exports of this budget",
            [.number("Export"), .text("Kind"), .text("Status"), .text("Sent by"), .text("Sent"), .number("Total")],
            rows: others.map { summary in
                [
                    .text("\(summary.export.number)"), .text(summary.export.kind.rawValue),
                    ExportWords.badge(summary.export), .text(summary.sentByName), .moment(summary.export.sentAt),
                    .money(summary.total),
                ]
            })
    }
}
