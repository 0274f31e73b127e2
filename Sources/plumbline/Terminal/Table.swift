/// Rows for a person to read: aligned, ruled off from the header and the totals, cut only where a screen is narrow.
struct Table: Equatable {
    var columns: [Column]
    var rows: [[String]]
    /// Ruled off below the rows, for totals.
    var footer: [String]?

    struct Column: Equatable {
        let title: String
        let kind: Kind
    }

    enum Kind: Equatable {
        /// Codes and words that have to be read whole.
        case text
        /// Text that may be cut at the edge of a screen.
        case prose
        /// Figures, which line up on the right.
        case figure
    }

    init(_ columns: [Column], rows: [[String]], footer: [String]? = nil) {
        self.columns = columns
        self.rows = rows.map { $0.map(\.printable) }
        self.footer = footer?.map(\.printable)
    }

    private static let gap = 2
    private static let narrowestProse = 10

    /// - Parameter width: the columns of the screen, or nil to cut nothing.
    func rendered(width: Int?) -> String {
        let widths = columnWidths(within: width)
        let rule = columns.indices.map { String(repeating: "─", count: widths[$0]) }
        var lines = [columns.map(\.title), rule] + rows
        if let footer { lines += [rule, footer] }
        return lines.map { line($0, widths: widths) + "\n" }.joined()
    }

    private func line(_ cells: [String], widths: [Int]) -> String {
        let padded = columns.indices.map { index in
            let cell = Self.cut(index < cells.count ? cells[index] : "", to: widths[index])
            let padding = String(repeating: " ", count: widths[index] - cell.count)
            return columns[index].kind == .figure ? padding + cell : cell + padding
        }
        let joined = padded.joined(separator: String(repeating: " ", count: Self.gap))
        return String(joined.reversed().drop { $0 == " " }.reversed())
    }

    private func columnWidths(within width: Int?) -> [Int] {
        var widths = columns.indices.map { index in
            ([columns[index].title] + (rows + [footer ?? []]).compactMap { $0.count > index ? $0[index] : nil })
                .map(\.count).max() ?? 0
        }
        guard let width else { return widths }
        var excess = widths.reduce(0, +) + Self.gap * (columns.count - 1) - width
        while excess > 0, let widest = widestProse(widths) {
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    private func widestProse(_ widths: [Int]) -> Int? {
        columns.indices.filter { columns[$0].kind == .prose && widths[$0] > Self.narrowestProse }
            .max { widths[$0] < widths[$1] }
    }

    private static func cut(_ text: String, to width: Int) -> String {
        text.count <= width ? text : text.prefix(width - 1) + "…"
    }
}

extension Table.Column {
    static func text(_ title: String) -> Table.Column { Table.Column(title: title, kind: .text) }
    static func prose(_ title: String) -> Table.Column { Table.Column(title: title, kind: .prose) }
    static func figure(_ title: String) -> Table.Column { Table.Column(title: title, kind: .figure) }
}
