import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Accepts several budgets at once: only those whose checks are all sound. Each is a decision of its own, bound to what
/// was on the screen, and one that is refused keeps none of the others back.
enum SeveralBudgetsPage {
    static let route = PageRoute.signedIn(Site.erpSeveral, get: show, post: export)

    private static let most = 25

    /// A budget that waits, with its dry run.
    private struct Waiting {
        let summary: ExportSummary
        let preview: ExportPreview

        var isSound: Bool { preview.preflight.worst == .sound }
    }

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let waiting = try await waiting(visit, signedIn)
        let refusals = signedIn.person.refusals(of: .acceptOrRejectExport)
        let table = table(waiting, canChoose: refusals.isEmpty, signedIn)
        let content: HTML =
            if waiting.isEmpty {
                .emptyState("Nothing waits", "No budget is ready to export.")
            } else if refusals.isEmpty {
                .form(
                    to: Site.erpSeveral.link, on: visit, class: "stack", table,
                    .p(.text(ExportConfirmationPage.caution)), .button("Export those that are ticked", .main))
            } else {
                [table, .button("Export", id: "several-reason", refusedFor: refusals)]
            }
        return .page(
            ERPTab.budget.page(
                titled: "Export several budgets",
                waiting.count < most
                    ? .nothing : .p("The first \(most) that wait. The rest comes when these are decided."),
                content, .p(.a(Site.erpBudgets.link, "Back to the list"))))
    }

    @Sendable private static func export(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        var rows: [[HTML]] = []
        for value in visit.form.pairs.filter({ $0.name == "accept" }).map(\.value).prefix(most) {
            // The digest has no space in it; a project's number may.
            guard let space = value.lastIndex(of: " ") else { continue }
            let number = String(value[..<space])
            let result = try await accept(number, seen: String(value[value.index(after: space)...]), visit, signedIn)
            rows.append([.a(Site.erpBudget.link(number), .text(number)), result])
        }
        guard !rows.isEmpty else { return .seeOther(Site.erpSeveral.link) }
        return .page(
            ERPTab.budget.page(
                titled: "What became of each budget",
                .table("Budgets", [.text("Project"), .text("Result")], rows: rows),
                .p(.a(Site.erpBudgets.link, "Back to the list"))))
    }

    private static func accept(
        _ number: String, seen: String, _ visit: Visit, _ signedIn: SignedInPerson
    ) async throws -> HTML {
        let (company, person) = (signedIn.company.id, signedIn.person.id)
        do {
            let preview = try await visit.plumbline.exportPreview(of: number, in: company, by: person)
            guard preview.digest == seen, preview.preflight.worst == .sound else { throw Refused(.previewHasChanged) }
            _ = try await visit.plumbline.acceptExport(of: number, in: company, by: person, seen: seen)
            return .badge("Accepted", .good)
        } catch let refused as Refused {
            let sentences = refused.refusals.map { "\($0.sentence) \($0.cure)" }
            return [.badge("Not accepted", .bad), .text(" \(sentences.joined(separator: " "))")]
        }
    }

    private static func waiting(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> [Waiting] {
        let (company, person) = (signedIn.company.id, signedIn.person.id)
        let ready = try await visit.plumbline.exports(of: company, by: person).present
            .filter { $0.export.state.name == .readyToExport }
        var waiting: [Waiting] = []
        for summary in ready.prefix(most) {
            let preview = try await visit.plumbline.exportPreview(
                of: summary.projectNumber, in: company, by: person)
            waiting.append(Waiting(summary: summary, preview: preview))
        }
        return waiting
    }

    private static func table(_ waiting: [Waiting], canChoose: Bool, _ signedIn: SignedInPerson) -> HTML {
        .table(
            "Budgets Ready to Be Exported, amounts in \(signedIn.company.currency.code)",
            [.text("Project"), .text("Name"), .number("Total"), .text("Checks"), .text("Details")],
            rows: waiting.map { each in
                let isHis = !ExportActs.separation(each.summary.export, signedIn).isEmpty
                return [
                    canChoose && each.isSound && !isHis ? choice(each) : .text(each.summary.projectNumber),
                    .text(each.summary.projectName), .money(each.summary.total),
                    each.isSound && !isHis ? each.preview.preflight.worst.badge : reason(each, isHis: isHis),
                    .a(Site.erpBudget.link(each.summary.projectNumber), "Details"),
                ]
            })
    }

    private static func choice(_ waiting: Waiting) -> HTML {
        let number = waiting.summary.projectNumber
        return .tag(
            "label", [],
            .emptyTag(
                "input",
                [
                    .named("type", "checkbox"), .named("name", "accept"),
                    .named("value", "\(number) \(waiting.preview.digest)"),
                ]), .text(" \(number)"))
    }

    /// Why it cannot be ticked here.
    private static func reason(_ waiting: Waiting, isHis: Bool) -> HTML {
        let checks = waiting.preview.preflight.findings.filter { $0.verdict != .sound }.map(\.check.rawValue)
        let why = isHis ? "You sent it yourself." : "Open it on its own: \(checks.joined(separator: ", "))."
        return [waiting.preview.preflight.worst.badge, .text(" \(why)")]
    }
}
