import BudgetDomain
import BudgetOperations
import MarkupBytes

/// One line of a budget: what it says, a form that changes it, and what was done to it.
enum BudgetLinePage {
    static let routes = [
        PageRoute.signedIn(Site.budgetLine, get: show, post: save),
        PageRoute.signedIn(Site.deletedBudgetLine, post: delete),
    ]

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let id = visit.query["line"] ?? ""
        guard let line = try await LoadedLine(visit, signedIn, at: Site.budgetLine, id: id) else {
            return gone(id, from: visit.part(Site.budgetLine))
        }
        return .page(page(line, BudgetLineForm(of: line.line.item), on: visit))
    }

    @Sendable private static func save(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.budgetLine)
        let id = visit.form["line"] ?? ""
        let form = BudgetLineForm(visit.form)
        let edit = BudgetEdit([BudgetRowEdit(.line(ID(id)), cells: form.changed, seen: form.seenOfChanged)])
        let report = try await visit.plumbline.editBudget(
            edit, of: number, in: signedIn.company.id, by: signedIn.person.id)
        guard !report.refusals.isEmpty else {
            return .seeOther(
                Site.budgetLine.link(number).with("line", id), flash: report.command == nil ? nil : .lineSaved)
        }
        guard let line = try await LoadedLine(visit, signedIn, at: Site.budgetLine, id: id) else {
            return gone(id, from: number, form)
        }
        let refused = Refused(report.refusals)
        return .page(page(line, form, on: visit, refused: refused), refusing: refused)
    }

    @Sendable private static func delete(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.deletedBudgetLine)
        let id = visit.form["line"] ?? ""
        let edit = BudgetEdit([BudgetRowEdit(.deletion(ID(id)))])
        let report = try await visit.plumbline.editBudget(
            edit, of: number, in: signedIn.company.id, by: signedIn.person.id)
        guard report.refusals != [.noSuchBudgetLineItem(id)] else { return gone(id, from: number) }
        guard report.refusals.isEmpty else { throw Refused(report.refusals) }
        return .seeOther(Site.budget.link(number), flash: .lineDeleted)
    }
}

/// A line with everything that its page tells.
private struct LoadedLine {
    let number: String
    let sheet: BudgetSheet
    let line: BudgetSheetLine
    let history: LineHistory

    /// Nil when the line is not on the budget.
    init?(_ visit: Visit, _ signedIn: SignedInPerson, at address: AddressOfOne, id: String) async throws {
        number = visit.part(address)
        let (company, person) = (signedIn.company.id, signedIn.person.id)
        sheet = try await visit.plumbline.budgetSheet(of: number, in: company, by: person)
        guard let line = sheet.lines.first(where: { $0.item.id.text == id }) else { return nil }
        self.line = line
        history = LineHistory(
            entries: try await visit.plumbline.budgetLineHistory(
                of: line.item.code.description, on: number, in: company, by: person))
    }
}

// What is on the page.
extension BudgetLinePage {
    private static func page(
        _ line: LoadedLine, _ form: BudgetLineForm, on visit: Visit, refused: Refused? = nil
    ) -> Page {
        let refusals = line.sheet.view.refusalsToViewer(of: .editOriginalAmount)
        return Page(
            "Line \(line.line.item.code)", section: .projects, beside: ExportWords.badge(of: line.sheet.view),
            .projectTabs(of: line.number, current: nil), notice(line, form, refused),
            .tag(
                "div", [.class("two-columns")],
                refusals.isEmpty
                    ? edit(line, form, on: visit) : .button("Edit", id: "why-no-edit", refusedFor: refusals),
                facts(line, on: visit)),
            line.history.html, .p(.a(Site.budget.link(line.number), "Back to the budget")))
    }

    private static func notice(_ line: LoadedLine, _ form: BudgetLineForm, _ refused: Refused?) -> HTML {
        guard let refused else { return .nothing }
        guard line.sheet.view.refusalsToViewer(of: .editOriginalAmount).isEmpty else {
            return [
                .refusal(refused.refusals, title: "The line was not changed", meaning: nothingSaved),
                unsaved(form, on: line.line.item),
            ]
        }
        let changed = form.conflicts(with: line.line.item)
        guard !changed.isEmpty else { return .refusal(refused.refusals, title: "The line was not changed") }
        let rows = changed.map { cell in
            [
                .text(cell.title), .text(form.seen[cell] ?? ""), .text(cell.text(of: line.line.item)),
                .text(form.typed[cell] ?? ""),
            ] as [HTML]
        }
        return .tag(
            "div", [.class("notice notice-bad"), .named("role", "alert"), .id("problem")],
            .h2("Somebody else changed this line while you looked at it"),
            .p("Nothing of yours is saved yet. Save yours below, which types over theirs, or keep theirs."),
            .table(
                "Theirs and yours", [.text("Cell"), .text("You saw"), .text("It is now"), .text("You typed")],
                rows: rows),
            .p(
                .buttonLink(
                    Site.budgetLine.link(line.number).with("line", line.line.item.id.text), "Keep theirs")))
    }

    private static let nothingSaved = "Nothing of yours is saved."

    /// A line that nobody can come to any more, with what was typed on it.
    private static func gone(_ id: String, from number: String, _ form: BudgetLineForm? = nil) -> PageAnswer {
        let refused = Refused(.noSuchBudgetLineItem(id))
        let page = Page(
            "This line is not there", section: .projects, .projectTabs(of: number, current: nil),
            .refusal(besideLine: refused.refusals, title: "The line is gone", meaning: nothingSaved),
            form.map { unsaved($0, on: nil) } ?? .nothing, .p(.a(Site.budget.link(number), "Back to the budget")))
        return .page(page, refusing: refused)
    }

    /// What was typed where it cannot be saved, to be copied.
    ///
    /// - Parameter item: nil for a line that is there no more.
    private static func unsaved(_ form: BudgetLineForm, on item: BudgetLineItem?) -> HTML {
        let rows = form.unsaved(on: item).map { cell in
            [
                .text(cell.title), .text(item.map { cell.text(of: $0) } ?? form.seen[cell] ?? ""),
                .text(form.typed[cell] ?? ""),
            ] as [HTML]
        }
        guard !rows.isEmpty else { return .nothing }
        return .card(
            "What you typed", .p("It is on this page alone: copy what you still need."),
            .table(
                "Not saved", [.text("Cell"), .text(item == nil ? "You saw" : "It is now"), .text("You typed")],
                rows: rows))
    }

    private static func edit(_ line: LoadedLine, _ form: BudgetLineForm, on visit: Visit) -> HTML {
        let item = line.line.item
        let hasConflict = !form.conflicts(with: item).isEmpty
        return .form(
            to: Site.budgetLine.link(line.number), on: visit, class: "form card",
            .hidden("line", item.id.text), .fragment(form.fields(seenOn: item)),
            .button(hasConflict ? "Save mine" : "Save", .main))
    }

    private static func facts(_ line: LoadedLine, on visit: Visit) -> HTML {
        let item = line.line.item
        let refusals = line.sheet.view.refusalsToViewer(ofDeleting: item)
        let problems = line.line.problems.map { HTML.p(.text("\($0.sentenceBesideLine) \($0.cureBesideLine)")) }
        let delete =
            refusals.isEmpty
            ? HTML.form(
                to: Site.deletedBudgetLine.link(line.number), on: visit, .hidden("line", item.id.text),
                .button("Delete this line", .danger))
            : .button("Delete this line", id: "why-no-delete", refusedFor: refusals)
        return .card(
            "What it is worth",
            .facts([
                ("Cost code", .text(item.code.costCodeText)),
                ("Cost type", .text(line.sheet.view.costTypeNames[item.code.costType] ?? item.code.costType)),
                ("Original budget amount", .money(item.originalAmount)),
                ("Budget modifications", .money(line.line.amounts.modifications)),
                ("Revised budget", (try? line.line.amounts.revised()).map { HTML.money($0) } ?? .nothing),
            ]), .fragment(problems), delete)
    }
}
