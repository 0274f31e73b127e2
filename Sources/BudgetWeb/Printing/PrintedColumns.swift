import MarkupBytes

/// Where the columns of a printed table stand, and how large its letters are. Figures are never cut: columns of text
/// take the room that figures leave, and letters get smaller before that room is too little.
struct PrintedColumns {
    struct Column {
        let title: [PDFText]
        let kind: TableColumn.Kind
        let left: PDFLength
        let right: PDFLength

        /// Of its cells.
        var room: PDFLength { right - left - PrintedColumns.padding * 2 }
    }

    /// On either side of a cell. Holds the closing parenthesis of a negative amount, so that digits stand below digits.
    static let padding = PDFLength.points(5)
    /// From the largest; in the smallest seven columns of the largest amounts leave a quarter of the page to text.
    private static let sizes = [8, 7, 6, 5]
    private static let leastRoomForText = PDFLength.points(150)

    /// Of letters, in points.
    let size: Int
    let all: [Column]

    init(_ report: PrintedReport, from left: PDFLength, to right: PDFLength) {
        var size = Self.sizes[0]
        var natural = Self.naturalWidths(of: report, size: size)
        for smaller in Self.sizes.dropFirst() {
            let figures = zip(report.columns, natural).filter { $0.0.kind == .number }.map(\.1).reduce(.zero, +)
            guard right - left - figures < Self.leastRoomForText else { break }
            size = smaller
            natural = Self.naturalWidths(of: report, size: size)
        }
        let widths = Self.widths(report.columns, natural, within: right - left)
        var edge = left
        all = zip(report.columns, widths).map { column, width in
            defer { edge = edge + width }
            return Column(
                title: PDFText.printed(column.title, .bold, size: size).lines(within: width - Self.padding * 2),
                kind: column.kind, left: edge, right: edge + width)
        }
        self.size = size
    }

    /// What each column needs to show every cell whole.
    private static func naturalWidths(of report: PrintedReport, size: Int) -> [PDFLength] {
        report.columns.enumerated().map { position, column in
            let cells = report.rows.map { PDFText.printed($0[position], size: size).width }
            let total = report.totals.isEmpty ? "" : report.totals[position]
            let others = [titleWidth(of: column, size: size), PDFText.printed(total, .bold, size: size).width]
            return ((cells + others).max() ?? .zero) + padding * 2
        }
    }

    /// A title of figures is broken into two lines where that is narrower.
    private static func titleWidth(of column: TableColumn, size: Int) -> PDFLength {
        func width(_ words: ArraySlice<Substring>) -> PDFLength {
            PDFText.printed(words.joined(separator: " "), .bold, size: size).width
        }
        let words = column.title.split(separator: " ")
        let breaks = column.kind == .text ? 0..<1 : 0..<words.count
        return breaks.map { max(width(words.prefix($0)), width(words.dropFirst($0))) }.min() ?? .zero
    }

    /// Figures get what they need, and all of them as much as the widest where texts leave it over. Of the rest no text
    /// but the last gets more than its even share, and the last all that is left.
    private static func widths(
        _ columns: [TableColumn], _ natural: [PDFLength], within room: PDFLength
    ) -> [PDFLength] {
        let figures = columns.indices.filter { columns[$0].kind == .number }
        let texts = columns.indices.filter { columns[$0].kind == .text }
        var widths = natural
        let widest = figures.map { natural[$0] }.max() ?? .zero
        if widest * figures.count + texts.map({ natural[$0] }).reduce(.zero, +) <= room {
            for position in figures { widths[position] = widest }
        }
        guard let last = texts.last else { return widths }
        let rest = room - figures.map { widths[$0] }.reduce(.zero, +)
        for position in texts.dropLast() { widths[position] = min(natural[position], rest / texts.count) }
        widths[last] = rest - texts.dropLast().map { widths[$0] }.reduce(.zero, +)
        return widths
    }
}
