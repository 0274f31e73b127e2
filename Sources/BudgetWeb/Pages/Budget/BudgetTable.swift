import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The budget as a table that the server writes: the lines of one page of the view, under a subtotal for each group,
/// with the totals at its foot.
struct BudgetTable {
    let sheet: BudgetSheet
    let view: BudgetTableView
    private let columns: [BudgetTableColumn]
    private let makeLine: BudgetTableLines
    /// Those that the filters let through, in order, group by group.
    private let lines: [BudgetSheetLine]

    init(_ sheet: BudgetSheet, _ view: BudgetTableView) {
        self.sheet = sheet
        self.view = view
        let makeLine = BudgetTableLines(sheet)
        self.makeLine = makeLine
        columns = view.columns(of: BudgetTableColumn.columns(of: sheet.view.standing.budget))
        guard view.arranges else {
            lines = sheet.lines
            return
        }
        let shown = view.sorted(sheet.lines.map { makeLine($0) }.filter(view.shows))
        lines = (view.group.column.map { column in Self.grouped(shown, by: column) } ?? shown).map(\.line)
    }

    private static func grouped(_ lines: [BudgetTableLine], by column: BudgetTableColumn) -> [BudgetTableLine] {
        let groups = Dictionary(grouping: lines) { $0.text(column) }
        let names = groups.keys.map { (name: $0, order: TableOrder.counted($0)) }.sorted { $0.order < $1.order }
        return names.flatMap { groups[$0.name] ?? [] }
    }

    var isEmpty: Bool { lines.isEmpty }
    /// The divisions of the budget, for the filter.
    var divisions: [String] {
        let costCodes = Set(sheet.lines.map(\.item.code.costCodeText))
        return Set(costCodes.map { makeLine.division(of: $0) }).sorted()
    }
    var problemCount: Int { sheet.lines.count { !$0.problems.isEmpty } }

    private var page: PageOfList {
        let pages = max(1, (lines.count + ListQuery.rowsPerPage - 1) / ListQuery.rowsPerPage)
        return PageOfList(
            number: min(view.page, pages), rowsPerPage: ListQuery.rowsPerPage, rows: lines.count)
    }

    private var number: String { sheet.view.project.number }

    var html: HTML {
        let page = page
        let shown = lines.dropFirst((page.number - 1) * page.rowsPerPage).prefix(page.rowsPerPage)
        let caption = "Budget of \(sheet.view.project.name), amounts in \(sheet.view.standing.budget.currency.code)"
        return .tag(
            "div", [.flag("data-without-grid"), .class("stack")],
            .tag(
                "div",
                [
                    .class("table-frame budget-table"), .named("tabindex", "0"), .named("role", "region"),
                    .named("aria-label", caption),
                ],
                .tag(
                    "table", [], .tag("caption", [], .text(caption)),
                    .tag("thead", [], .tag("tr", [], .fragment(columns.map(head)))),
                    .fragment(bodies(of: shown.map { makeLine($0) })), .tag("tfoot", [], sums(of: lines, "Total")))),
            .pager(page) { view.link(page: $0) })
    }

    private func head(_ column: BudgetTableColumn) -> HTML {
        let direction: HTMLAttribute? =
            view.sort == column ? .named("aria-sort", view.isDescending ? "descending" : "ascending") : nil
        return .tag(
            "th", [.named("scope", "col"), column.kind == .text ? nil : .class("number"), direction],
            .a(view.link(sortedBy: column), .text(column.title)))
    }

    private func bodies(of shown: [BudgetTableLine]) -> [HTML] {
        guard let column = view.group.column else { return [.tag("tbody", [], .fragment(shown.map(row)))] }
        let all = Dictionary(grouping: lines) { makeLine($0).text(column) }
        var bodies: [HTML] = []
        var rest = shown[...]
        while let first = rest.first {
            let key = first.text(column)
            let group = rest.prefix { $0.text(column) == key }
            rest = rest.dropFirst(group.count)
            bodies.append(
                .tag(
                    "tbody", [], sums(of: all[key] ?? [], title(of: key, column), isGroup: true),
                    .fragment(group.map(row))))
        }
        return bodies
    }

    private func title(of key: String, _ column: BudgetTableColumn) -> String {
        let title =
            switch column {
            case .division: makeLine.titleOfDivision(key)
            case .costType: sheet.view.costTypeNames[key] ?? ""
            case .costCode: sheet.costCodes.first { $0.code == key }?.title ?? ""
            case .code, .description, .subJob, .quantity, .unitOfMeasure, .unitCost, .amount, .modifications,
                .revised:
                ""
            }
        return key.isEmpty ? "None" : title.isEmpty ? key : "\(key) \(title)"
    }

    private func row(_ line: BudgetTableLine) -> HTML {
        let cells = columns.map { column -> HTML in
            switch column {
            case .code:
                let link = HTML.a(
                    Site.budgetLine.link(number).with("line", line.id), .text(line.text(.code)))
                return HTML.tag("th", [.named("scope", "row")], link, .fragment(line.line.problems.map(problem)))
            case .amount, .modifications, .revised:
                return .tag("td", [.class("number")], line.money(column).map { HTML.money($0) } ?? .nothing)
            case .quantity, .unitCost: return .tag("td", [.class("number")], .text(line.text(column)))
            case .description, .subJob, .division, .costCode, .costType, .unitOfMeasure:
                return .tag("td", [], .text(line.text(column)))
            }
        }
        return .tag("tr", [], .fragment(cells))
    }

    private func problem(_ refusal: Refusal) -> HTML {
        .tag("span", [.class("cell-problem")], .text("\(refusal.sentenceBesideLine) \(refusal.cureBesideLine)"))
    }

    /// A row of sums; a sum that cannot be said is left out.
    private func sums(of lines: [BudgetSheetLine], _ title: String, isGroup: Bool = false) -> HTML {
        let currency = sheet.view.standing.budget.currency
        let cells = columns.map { column -> HTML in
            switch column {
            case .code:
                return HTML.tag("th", [.named("scope", isGroup ? "rowgroup" : "row")], .text(title))
            case .description: return .tag("td", [], .text("\(lines.count) line\(lines.count == 1 ? "" : "s")"))
            case .amount, .modifications, .revised:
                let sum = try? Money.sum(lines.compactMap { $0.money(column) }, in: currency)
                return .tag("td", [.class("number")], sum.map { HTML.money($0) } ?? .nothing)
            case .subJob, .division, .costCode, .costType, .quantity, .unitOfMeasure, .unitCost: return .tag("td")
            }
        }
        return .tag("tr", [isGroup ? .class("subtotal") : nil], .fragment(cells))
    }
}
