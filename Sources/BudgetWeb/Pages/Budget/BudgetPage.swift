import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The Budget tool: a project's lines with their amounts, what is wrong with them, and what can be done.
enum BudgetPage {
    static let route = PageRoute.signedIn(Site.budget, get: show)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.budget)
        let sheet = try await visit.plumbline.budgetSheet(
            of: number, in: signedIn.company.id, by: signedIn.person.id)
        let progress = try await visit.plumbline.exportProgress(
            of: number, in: signedIn.company.id, by: signedIn.person.id)
        let table = BudgetTable(sheet, BudgetTableView(visit.query, at: Site.budget.link(number)))
        return .page(
            Page(
                "Budget of \(number) \(sheet.view.project.name)", section: .projects,
                gridLines: Site.budgetLines.link(number),
                beside: ExportWords.badge(of: sheet.view), .projectTabs(of: number, current: .budget),
                BudgetActs.bar(sheet.view, on: visit),
                .tag("section", grid(table, signedIn), content(table, on: visit)), BudgetWorkflows.html(sheet.view),
                ExportProgressView.html(progress, of: number)))
    }

    /// Where the grid finds what it needs.
    private static func grid(_ table: BudgetTable, _ signedIn: SignedInPerson) -> [HTMLAttribute?] {
        let view = table.sheet.view
        let number = view.project.number
        let isOpen = view.refusalsToViewer(of: .editOriginalAmount).isEmpty
        return [
            .id("budget"), .named("aria-label", "Budget"), .class("stack"),
            .named("data-lines", Site.budgetLines.link(number).text),
            .named("data-edits", Site.budgetEdits.link(number).text),
            .named("data-undo", Site.budgetUndo.link(number).text),
            .named("data-redo", Site.budgetRedo.link(number).text),
            .named("data-history", Site.budgetLineHistory.link(number).text),
            .named("data-line", Site.budgetLine.link(number).text),
            .named("data-person", signedIn.person.id.text), .named("data-can-edit", isOpen ? "true" : "false"),
        ]
    }

    private static func content(_ table: BudgetTable, on visit: Visit) -> HTML {
        let view = table.sheet.view
        let number = view.project.number
        let tools = HTML.tag(
            "div", [.class("row")], addButton(view), .buttonLink(Site.budgetImport.link(number), "Import"),
            csvLink(table))
        let steps = HTML.tag(
            "div", [.flag("data-without-grid")],
            BudgetStepForms.html(table.sheet, back: table.view.link(page: table.view.page), on: visit))
        guard !table.sheet.lines.isEmpty else {
            return [
                tools, steps,
                .emptyState(
                    "No line yet", "Import a budget file, or add the first line by hand.",
                    next: .p(.buttonLink(Site.budgetImport.link(number), isMain: true, "Import a budget"))),
            ]
        }
        let nothing = HTML.tag(
            "div", [.flag("data-without-grid")],
            .emptyState(
                "No line fits", "The budget has \(table.sheet.lines.count) lines; none of them is what was asked for.",
                next: .p(.buttonLink(Site.budget.link(number), "Show all lines"))))
        return [
            tools, steps, .tag("div", [.flag("data-without-grid"), .class("stack")], filters(table), problems(table)),
            table.isEmpty ? nothing : table.html,
        ]
    }

    /// Of the lines in the order that the page shows; a script keeps it at the view of the grid.
    private static func csvLink(_ table: BudgetTable) -> HTML {
        let link = table.view.link(at: Site.budgetCSV.link(table.sheet.view.project.number), columns: "")
        return .tag(
            "a", [.named("class", "button"), .named("href", link.text), .flag("data-follows-view")], "Export CSV")
    }

    /// The way to a new line, or why there is none.
    ///
    /// - Parameter isNews: whether it comes beside another part of a page, to replace the control that is there.
    static func addButton(_ view: BudgetView, isNews: Bool = false) -> HTML {
        let refusals = view.refusalsToViewer(of: .addLineItem)
        let control: HTML =
            refusals.isEmpty
            ? .buttonLink(Site.newBudgetLine.link(view.project.number), isMain: true, "Add line")
            : .button("Add line", id: "why-no-line", refusedFor: refusals)
        return .tag(
            "div", [.id("budget-add-line"), isNews ? .named("hx-swap-oob", "true") : nil], control)
    }

    private static func problems(_ table: BudgetTable) -> HTML {
        let count = table.problemCount
        guard count > 0 else { return .nothing }
        let text = count == 1 ? "1 line has a problem" : "\(count) lines have problems"
        return .p(
            .text("\(text) that QuickBooks would not take. "),
            .a(Site.budget.link(table.sheet.view.project.number).with("problems", "1"), "Show them"))
    }

    private static func filters(_ table: BudgetTable) -> HTML {
        let (view, sheet) = (table.view, table.sheet)
        let types = sheet.costTypes.map { ($0.code, "\($0.code) \($0.name)") }
        return .tag(
            "form", [.class("budget-filters"), .named("method", "get"), .named("action", view.base.text)],
            search(view),
            choice(
                "group", "Group by", view.group.rawValue, BudgetTableView.Group.allCases.map { ($0.rawValue, $0.title) }
            ),
            choice("division", "Division", view.division, [("", "All")] + table.divisions.map { ($0, $0) }),
            choice("type", "Cost type", view.type, [("", "All")] + types),
            choice(
                "columns", "Columns", view.columnsText.isEmpty ? "pm" : view.columnsText,
                BudgetTableView.Preset.allCases.map { ($0.rawValue, $0.title) }),
            view.sort.map { .hidden("sort", (view.isDescending ? "-" : "") + $0.rawValue) } ?? .nothing,
            problemsOnly(view), .button("Show"),
            view.isFiltered ? .a(Site.budget.link(sheet.view.project.number), "Show all lines") : .nothing)
    }

    private static func problemsOnly(_ view: BudgetTableView) -> HTML {
        .tag(
            "label", [.class("check")],
            .emptyTag(
                "input",
                [
                    .named("type", "checkbox"), .named("name", "problems"), .named("value", "1"),
                    view.showsProblemsOnly ? .flag("checked") : nil,
                ]), "Only lines with problems")
    }

    private static func search(_ view: BudgetTableView) -> HTML {
        .tag(
            "label", [], "Find",
            .emptyTag(
                "input", [.named("type", "search"), .named("name", "find"), .named("value", view.words)]))
    }

    private static func choice(
        _ name: StaticString, _ label: String, _ value: String, _ options: [(String, String)]
    ) -> HTML {
        let options = options.map { option in
            HTML.tag(
                "option", [.named("value", option.0), option.0 == value ? .flag("selected") : nil], .text(option.1))
        }
        return .tag(
            "label", [], .text(label), .tag("select", [.named("name", "\(name)")], .fragment(options)))
    }
}
