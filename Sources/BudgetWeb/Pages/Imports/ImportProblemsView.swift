import BudgetDomain
import BudgetOperations
import MarkupBytes

/// Everything that has to be mended before a file is imported, in its place: the row, its cells with the wrong ones
/// marked, what is wrong and what mends it.
struct ImportProblemsView {
    let problems: [ImportProblem]
    let unlisted: Int
    let layout: BudgetFileLayout?

    /// More rows would make the page larger than they help.
    private static let mostRows = 100

    var html: HTML {
        let count = problems.count + unlisted
        return [
            .tag(
                "div", [.class("notice notice-bad"), .named("role", "alert"), .id("problem")],
                .h2(.text(count == 1 ? "1 problem" : "\(count) problems")), ofTheFile,
                .p("Nothing was imported. A file is imported whole, once nothing in it is wrong.")), inRows,
        ]
    }

    /// What is not about one row.
    private var ofTheFile: HTML {
        let whole = problems.filter { $0.row == nil }
        guard !whole.isEmpty else { return .nothing }
        return .ul(whole.map { .li(.text($0.reason), " ", .tag("span", [.class("quiet")], .text($0.pageCure))) })
    }

    private var inRows: HTML {
        let byRow = Dictionary(grouping: problems.filter { $0.row != nil }) { $0.row ?? 0 }
        guard !byRow.isEmpty else { return .nothing }
        let cells = Dictionary(
            (layout?.rows ?? []).map { ($0.number, $0.cells) }, uniquingKeysWith: { first, _ in first })
        let columns = (layout?.columns.values).map { $0.sorted() } ?? []
        let titles = columns.map { layout?.title(ofColumn: $0) ?? "" }
        let rows = byRow.keys.sorted().prefix(Self.mostRows).map { row -> [HTML] in
            let found = byRow[row] ?? []
            let marked = Set(found.compactMap(\.column))
            let shown = zip(columns, titles).map { column, title -> HTML in
                let text = cells[row].flatMap { $0.indices.contains(column) ? $0[column] : nil } ?? ""
                return cell(text, isWrong: marked.contains(title))
            }
            return [.text("\(row)"), sentences(found, besides: titles)] + shown
        }
        let rest = byRow.count - rows.count
        return [
            .table(
                "Rows with problems",
                [.number("Row"), .text("What is wrong, and what mends it")] + titles.map(TableColumn.text),
                rows: Array(rows)),
            rest > 0 ? .p("\(String(rest)) more rows have problems.") : .nothing,
        ]
    }

    private func cell(_ text: String, isWrong: Bool) -> HTML {
        let shown = HTML.text(text.isEmpty ? "(empty)" : String(text.prefix(60)))
        guard isWrong else { return text.isEmpty ? .nothing : shown }
        return .tag(
            "mark", [.class("wrong-cell")], BadgeTone.bad.mark,
            .tag("span", [.class("visually-hidden")], "wrong: "), shown)
    }

    /// - Parameter titles: the columns that are shown; a problem of another names its column.
    private func sentences(_ problems: [ImportProblem], besides titles: [String]) -> HTML {
        .ul(
            problems.map { problem in
                let column = problem.column.map { titles.contains($0) ? "\($0): " : "“\($0)”, not in the file: " }
                return .li(
                    .text((column ?? "") + problem.reason), " ",
                    .tag("span", [.class("quiet")], .text(problem.pageCure)))
            })
    }
}

extension ImportProblem {
    /// Who can mend it, and how.
    var pageCure: String {
        if reason.hasPrefix("There is no cost code ") {
            return "Add it below with the box “Add the cost codes…”, or correct the cell and upload the file again."
        }
        if reason.hasPrefix("No column holds ") { return "Choose below which column it is." }
        return "Correct it in the file, then upload it again."
    }
}
