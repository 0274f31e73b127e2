import MarkupBytes

/// One column of a table.
struct TableColumn {
    enum Kind {
        case text
        /// Right-aligned, with figures of equal width.
        case number
    }

    let title: String
    let kind: Kind

    static func text(_ title: String) -> TableColumn { TableColumn(title: title, kind: .text) }
    static func number(_ title: String) -> TableColumn { TableColumn(title: title, kind: .number) }

    fileprivate var style: HTMLAttribute? { kind == .number ? .class("number") : nil }
}

extension HTML {
    /// A table with a caption. The first cell of a row names the row.
    ///
    /// - Parameters:
    ///   - rows: as many cells each as there are columns.
    ///   - totals: a last row that sums up the others; empty for none.
    static func table(_ caption: String, _ columns: [TableColumn], rows: [[HTML]], totals: [HTML] = []) -> HTML {
        let head = columns.map { HTML.tag("th", [.named("scope", "col"), $0.style], .text($0.title)) }
        let foot = HTML.tag("tfoot", [], tableRow(totals, columns))
        return .tag(
            "div",
            [
                .class("table-frame"), .named("tabindex", "0"), .named("role", "region"),
                .named("aria-label", caption),
            ],
            .tag(
                "table", [], .tag("caption", [], .text(caption)), .tag("thead", [], .tag("tr", [], .fragment(head))),
                .tag("tbody", [], .fragment(rows.map { tableRow($0, columns) })), totals.isEmpty ? .nothing : foot))
    }

    private static func tableRow(_ cells: [HTML], _ columns: [TableColumn]) -> HTML {
        let cells = zip(cells, columns).enumerated().map { position, cell in
            position == 0
                ? HTML.tag("th", [.named("scope", "row"), cell.1.style], cell.0)
                : HTML.tag("td", [cell.1.style], cell.0)
        }
        return .tag("tr", [], .fragment(cells))
    }
}
