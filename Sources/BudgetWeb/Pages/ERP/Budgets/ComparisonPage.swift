import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Three amounts of each line, and an approver's two answers to a difference.
enum ComparisonPage {
    static let route = PageRoute.signedIn(
        Site.erpCompare, get: { visit, signedIn in .page(try await page(on: visit, signedIn, refused: nil)) },
        post: decide)

    @Sendable private static func decide(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.erpCompare)
        let (company, person) = (signedIn.company.id, signedIn.person.id)
        do {
            let comparison = try await visit.plumbline.comparison(of: number, in: company, by: person)
            guard visit.form["seen"] == digest(of: comparison) else { throw Refused(.previewHasChanged) }
            guard visit.form["decision"] == "keep" else {
                _ = try await visit.plumbline.writeOursAgain(of: number, in: company, by: person)
                return .seeOther(Site.erpBudget.link(number), flash: .rewriteOrdered)
            }
            _ = try await visit.plumbline.keepQuickBooksAmounts(of: number, in: company, by: person)
            return .seeOther(Site.erpBudget.link(number), flash: .amountsKept)
        } catch let refused as Refused {
            return .page(
                try await page(on: visit, signedIn, refused: refused), refusing: refused)
        }
    }

    /// Stands for the differences as they are on the screen.
    private static func digest(of comparison: EstimateComparison) -> String {
        Digest.sha256(comparison.differences.map(\.sentence).joined(separator: "\n").utf8)
    }

    private static func page(on visit: Visit, _ signedIn: SignedInPerson, refused: Refused?) async throws -> Page {
        let number = visit.part(Site.erpCompare)
        let comparison = try await visit.plumbline.comparison(
            of: number, in: signedIn.company.id, by: signedIn.person.id)
        let findings = try await visit.plumbline.drift(
            of: number, includesResolved: true, in: signedIn.company.id, by: signedIn.person.id)
        let showsAll = visit.query["lines"] == "all"
        let lines = comparison.lines.filter { showsAll || $0.isDifferent }
        let other = Site.erpCompare.link(number)
        return ERPTab.budget.page(
            titled: "Compare \(number) with QuickBooks", beside: ExportWords.badge(comparison.export),
            refused.map { .refusal($0.refusals) } ?? .nothing, reading(comparison),
            lines.isEmpty
                ? .p("All \(comparison.lines.count) lines are in QuickBooks as they were approved.") : table(lines),
            showsAll ? .p(.a(other, "Only what differs")) : .p(.a(other.with("lines", "all"), "Every line")),
            lastRefusal(comparison), decisions(comparison, signedIn, on: visit), .drift(findings),
            .p(.a(Site.erpBudget.link(number), "Back to the details")))
    }

    private static func reading(_ comparison: EstimateComparison) -> HTML {
        let foreign = comparison.foreignLines.count
        return .card(
            "What was found",
            .facts([
                ("QuickBooks was read", comparison.readAt.map { .moment($0) } ?? "not yet"),
                (
                    "QuickBooks last changed it",
                    .text(comparison.modifiedAt.map { Instant.toTheMinute(inQuickBooks: $0) } ?? "not known")
                ),
                ("Lines typed in QuickBooks", .text(foreign == 0 ? "none" : "\(foreign), which stay as they are")),
            ]), .ul(comparison.differences.map { .li(.text($0.sentence)) }))
    }

    /// Why QuickBooks did not take it when it was last written again.
    private static func lastRefusal(_ comparison: EstimateComparison) -> HTML {
        guard case .mismatched(let mismatch) = comparison.export.state, let fault = mismatch.refusal else {
            return .nothing
        }
        return .failedExport(fault)
    }

    private static func table(_ lines: [EstimateComparison.Line]) -> HTML {
        .table(
            "Line by line",
            [
                .text("Budget code"), .number("Accepted"), .number("Approved now"), .number("In QuickBooks"),
                .text("Item there"), .text("Result"),
            ],
            rows: lines.map { line in
                [
                    .text(line.code), .money(line.accepted), .money(line.approved),
                    line.inQuickBooks.map { .money($0) } ?? "–", .text(line.otherItem ?? "–"),
                    line.isDifferent ? .badge("Differs", .bad) : .badge("Equal", .good),
                ]
            })
    }

    private static func decisions(
        _ comparison: EstimateComparison, _ signedIn: SignedInPerson, on visit: Visit
    ) -> HTML {
        if case .rewriting = comparison.export.state {
            return .p(
                """
                It is decided: what was approved is being written again. What differs above was found before, and \
                stands until QuickBooks is read back.
                """)
        }
        guard case .mismatched(let mismatch) = comparison.export.state else {
            return .p("Nothing has to be decided here.")
        }
        let refusals =
            signedIn.person.refusals(of: .acceptOrRejectExport) + ExportActs.separation(comparison.export, signedIn)
        let keepRefusals = refusals + (mismatch.isEstimateMissing ? [.nothingIsThereToKeep] : [])
        let seen = digest(of: comparison)
        return .tag(
            "div", [.class("side-by-side")],
            .card(
                "Keep what QuickBooks holds",
                .p("The budget takes it over as budget modifications. Nothing is written to QuickBooks."),
                answer("keep", "Keep", refusedFor: keepRefusals, seen: seen, on: visit)),
            .card(
                "Write again what was approved",
                .p("The next call of the Web Connector sets our lines right, if QuickBooks still holds what is shown."),
                answer("write-again", "Write again", refusedFor: refusals, seen: seen, on: visit)))
    }

    private static func answer(
        _ decision: String, _ label: String, refusedFor refusals: [Refusal], seen: String, on visit: Visit
    ) -> HTML {
        guard refusals.isEmpty else { return .button(label, id: "\(decision)-reason", refusedFor: refusals) }
        return .form(
            to: Site.erpCompare.link(visit.part(Site.erpCompare)), on: visit, .hidden("decision", decision),
            .hidden("seen", seen), .button(label))
    }
}
