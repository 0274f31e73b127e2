import BudgetDomain
import BudgetOperations
import HTTPTypes
import MarkupBytes

/// Between *Accept* and *Export*: what cannot be undone. The acceptance carries the digest of the dry run that was on
/// the screen.
enum ExportConfirmationPage {
    static let route = PageRoute.signedIn(
        Site.erpExport,
        get: { visit, signedIn in
            .page(try await page(on: visit, signedIn, seen: visit.query["seen"] ?? "", refused: nil))
        }, post: export)

    static let caution = """
        This cannot be taken back. Once QuickBooks holds the estimate, the budget can no longer be imported from \
        there, and corrections are further budget modifications.
        """

    @Sendable private static func export(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.erpExport)
        let seen = visit.form["seen"] ?? ""
        guard try await isAnswered(visit, signedIn) else {
            let page = try await page(on: visit, signedIn, seen: seen, refused: nil)
            return .page(page, status: .unprocessableContent)
        }
        do {
            _ = try await visit.plumbline.acceptExport(
                of: number, in: signedIn.company.id, by: signedIn.person.id, seen: seen)
            return .seeOther(Site.erpBudget.link(number), flash: .budgetAccepted)
        } catch let refused as Refused {
            let page = try await page(on: visit, signedIn, seen: seen, refused: refused)
            return .page(page, refusing: refused)
        }
    }

    /// Whether nothing has to be ticked, or it was. Browsers see to it before they send the form.
    private static func isAnswered(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> Bool {
        guard visit.form["doubts"] != "mended" else { return true }
        let preview = try await visit.plumbline.exportPreview(
            of: visit.part(Site.erpExport), in: signedIn.company.id, by: signedIn.person.id)
        return preview.preflight.doubtful.isEmpty
    }

    private static func page(
        on visit: Visit, _ signedIn: SignedInPerson, seen: String, refused: Refused?
    ) async throws -> Page {
        let number = visit.part(Site.erpExport)
        let (company, person) = (signedIn.company.id, signedIn.person.id)
        let detail = try await visit.plumbline.exportDetail(of: number, in: company, by: person)
        let preview = try await visit.plumbline.exportPreview(of: number, in: company, by: person)
        let back = HTML.p(.a(Site.erpBudget.link(number), "Back to the details"))
        let isSeen = seen == preview.digest
        let changed = refused ?? (isSeen ? nil : Refused(.previewHasChanged))
        return ERPTab.budget.page(
            titled: "Export \(detail.summary.projectNumber) to QuickBooks?",
            changed.map { .refusal($0.refusals) } ?? .nothing,
            isSeen ? form(detail, preview, on: visit) : .nothing, back)
    }

    private static func form(_ detail: ExportDetail, _ preview: ExportPreview, on visit: Visit) -> HTML {
        .notice(
            "Export \(detail.summary.export.number) of \(detail.summary.projectNumber)", .waiting,
            .p(.text(caution)),
            .facts([
                ("Lines added", .text("\(preview.estimate.added.count)")),
                ("Estimate now", .money(preview.estimate.totalBefore, showsCurrency: true)),
                ("Estimate afterwards", .money(preview.estimate.totalAfter, showsCurrency: true)),
            ]),
            .form(
                to: Site.erpExport.link(detail.summary.projectNumber), on: visit, class: "stack",
                .hidden("seen", preview.digest), doubts(preview.preflight.doubtful), .button("Export", .main)))
    }

    /// What has to be ticked before the browser sends the form: it was so when QuickBooks was last asked.
    private static func doubts(_ findings: [PreflightFinding]) -> HTML {
        guard !findings.isEmpty else { return .nothing }
        return [
            .p("QuickBooks would refuse, as it was when it was last asked:"),
            .ul(findings.map { .li(.text([$0.text, $0.cure].compactMap(\.self).joined(separator: " "))) }),
            .tag(
                "label", [],
                .emptyTag(
                    "input",
                    [
                        .named("type", "checkbox"), .named("name", "doubts"), .named("value", "mended"),
                        .flag("required"),
                    ]), " This is mended in QuickBooks by now, or I want to try."),
        ]
    }
}
