/// A kind of column that a file may have, known by how people head it.
protocol SheetColumn: Hashable, CaseIterable, Sendable {
    /// Our name of it, for problems.
    var title: String { get }
    /// How files head it, the best spelling first; compared without case, spaces and punctuation.
    var spellings: [String] { get }
    /// What is missing when these are all the columns found: nothing, or sentences.
    static func missing(from found: Set<Self>) -> [String]
}

/// Which of a file's columns is which.
struct HeaderRow<Column: SheetColumn> {
    /// As a spreadsheet numbers rows, from 1; 0 when the file is empty.
    var number = 0
    var cells: [String] = []
    var columns: [Column: Int] = [:]
    /// Columns that two cells with the same best spelling claim.
    var doubled: [Column] = []
    /// Whether somebody said which column is which.
    var isChosen = false

    /// The first row that heads every column needed; else the row that heads most, from which to say what is missing.
    static func find(
        in text: [UInt8], separator: UInt8, overrides: [Column: String], limits: ImportLimits
    ) -> HeaderRow {
        var reader = DelimitedText(text, separator: separator, columnLimit: limits.columns)
        var best = HeaderRow()
        var number = 0
        while number < limits.rowsBeforeHeader, let record = reader.next() {
            number += 1
            let row = HeaderRow(number: number, cells: record.cells.map(CellText.trimmed), overrides: overrides)
            let isFirst = best.number == 0 && row.cells.contains { !$0.isEmpty }
            if isFirst || row.columns.count > best.columns.count { best = row }
            if Column.missing(from: Set(row.columns.keys)).isEmpty { return row }
        }
        return best
    }

    init() {}

    init(number: Int, cells: [String], overrides: [Column: String]) {
        self.number = number
        self.cells = cells
        let keys = cells.map(HeaderRow.key)
        let overridden = Set(overrides.values.map(HeaderRow.key))
        for column in Column.allCases {
            let wanted =
                overrides[column].map { [HeaderRow.key($0)] }
                ?? column.spellings
                .map(HeaderRow.key).filter { !overridden.contains($0) }
            guard let spelling = wanted.first(where: keys.contains) else { continue }
            columns[column] = keys.firstIndex(of: spelling)
            if keys.count(where: { $0 == spelling }) > 1 { doubled.append(column) }
        }
    }

    func title(at index: Int) -> String? {
        cells.indices.contains(index) && !cells[index].isEmpty ? cells[index] : nil
    }

    /// How the file heads the column, or our name of it when the file has none.
    func title(of column: Column) -> String {
        columns[column].flatMap(title(at:)) ?? column.title
    }

    /// The row's cell of that column, nil when the file has no such column.
    func cell(_ column: Column, in row: Sheet<Column>.Row) -> String? {
        guard let index = columns[column] else { return nil }
        return row.cells.indices.contains(index) ? row.cells[index] : ""
    }

    /// Headers whose columns are not read, in the file's order.
    var unread: [String] {
        let read = Set(columns.values)
        return cells.indices.filter { !read.contains($0) && !cells[$0].isEmpty }.map { cells[$0] }
    }

    func report(to problems: inout ProblemList, overrides: [Column: String]) {
        for column in Column.allCases {
            if let name = overrides[column], columns[column] == nil {
                problems.add(column: column.title, "No column is headed “\(name)”.")
            }
            if doubled.contains(column) {
                let title = title(of: column)
                let sentence = isChosen ? "taken as \(column.title)" : "headed “\(title)”"
                problems.add(row: number, column: title, "Two columns are \(sentence).")
            }
        }
        let seen = cells.filter { !$0.isEmpty }.map { "“\($0)”" }.joined(separator: ", ")
        for sentence in Column.missing(from: Set(columns.keys)) {
            problems.add(sentence + (seen.isEmpty ? " The file is empty." : " The columns seen are \(seen)."))
        }
    }

    private static func key(_ header: String) -> String {
        let letters = header.lowercased().unicodeScalars.filter { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
        return String(String.UnicodeScalarView(letters))
    }
}
