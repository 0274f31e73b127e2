/// A budget file as it looks in a spreadsheet, with what its columns are taken as: for whoever decides on that, and for
/// showing problems in their places.
package struct BudgetFileLayout: Hashable, Sendable {
    /// As a spreadsheet numbers rows, from 1.
    package let headerRow: Int
    package let headers: [String]
    package let columns: [BudgetColumn: Int]
    /// The rows under the header that can be read, blank ones left out.
    package let rows: [Row]

    package struct Row: Hashable, Sendable {
        package let number: Int
        package let cells: [String]
    }

    /// The header of a column, or its place where it has none.
    package func title(ofColumn index: Int) -> String {
        headers.indices.contains(index) && !headers[index].isEmpty ? headers[index] : "Column \(index + 1)"
    }
}

extension BudgetFile {
    /// How a file is laid out; nil when it is no text of columns, which reading it explains.
    /// - Parameter mapping: what somebody chose; nil guesses from the headers.
    package static func layout(
        of bytes: [UInt8], mapping: ColumnMapping? = nil, limits: ImportLimits = .standard
    ) -> BudgetFileLayout? {
        guard bytes.count <= limits.bytes, let text = try? FileText(decoding: bytes) else { return nil }
        var (header, separator) = Sheet<BudgetColumn>.header(of: text.utf8, overrides: [:], limits: limits)
        if let mapping {
            header = HeaderRow(mapping, in: text.utf8, separator: separator, limits: limits)
        } else if header.number == 0 {
            let first = ColumnMapping(headerRow: 1, choices: [])
            header = HeaderRow(first, in: text.utf8, separator: separator, limits: limits)
        }
        guard header.number > 0 else { return nil }
        var ignored = ProblemList(limit: 0)
        let rows = Sheet<BudgetColumn>.rows(
            of: text.utf8, separator: separator, below: header, limits: limits, problems: &ignored)
        return BudgetFileLayout(
            headerRow: header.number, headers: header.cells, columns: header.columns,
            rows: rows.map { BudgetFileLayout.Row(number: $0.number, cells: $0.cells) })
    }
}

extension HeaderRow where Column == BudgetColumn {
    /// The header as somebody chose it; empty when the file has no such row.
    init(_ mapping: ColumnMapping, in text: [UInt8], separator: UInt8, limits: ImportLimits) {
        self.init()
        var reader = DelimitedText(text, separator: separator, columnLimit: limits.columns)
        var row = 0
        while row < min(mapping.headerRow, limits.rowsBeforeHeader), let record = reader.next() {
            row += 1
            guard row == mapping.headerRow else { continue }
            number = row
            cells = record.cells.map(CellText.trimmed)
            columns = mapping.columns.filter { cells.indices.contains($0.value) }
            doubled = mapping.doubled
            isChosen = true
        }
    }
}
