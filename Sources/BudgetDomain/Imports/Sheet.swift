/// A file's rows under its header, with the cells trimmed and the limits held.
struct Sheet<Column: SheetColumn> {
    struct Row {
        let number: Int
        let cells: [String]
    }

    var header: HeaderRow<Column>
    var rows: [Row]
    var separator: UInt8
    var isWindows1252: Bool

    /// The sheet, or nil when it could not be found: then `problems` says why. Problems of single rows are added
    /// too, and those rows left out.
    /// - Parameter chosen: the header where somebody chose it; nil finds it by its spellings.
    static func read(
        _ bytes: [UInt8], overrides: [Column: String], limits: ImportLimits, problems: inout ProblemList,
        chosen: ((_ text: [UInt8], _ separator: UInt8) -> HeaderRow<Column>)? = nil
    ) -> Sheet? {
        guard bytes.count <= limits.bytes else {
            problems.add("The file has \(bytes.count) bytes; the most that is read is \(limits.bytes).")
            return nil
        }
        let text: FileText
        do {
            text = try FileText(decoding: bytes)
        } catch {
            problems.add(error.sentence)
            return nil
        }
        let (guessed, separator) = header(of: text.utf8, overrides: overrides, limits: limits)
        let header = chosen?(text.utf8, separator) ?? guessed
        let problemsBefore = problems.count
        header.report(to: &problems, overrides: overrides)
        guard problems.count == problemsBefore else { return nil }

        let rows = rows(of: text.utf8, separator: separator, below: header, limits: limits, problems: &problems)
        return Sheet(header: header, rows: rows, separator: separator, isWindows1252: text.isWindows1252)
    }

    /// The header by its spellings, with the separator by which most of it is known.
    static func header(
        of text: [UInt8], overrides: [Column: String], limits: ImportLimits
    ) -> (header: HeaderRow<Column>, separator: UInt8) {
        let candidates = DelimitedText.separators.map { separator in
            (HeaderRow<Column>.find(in: text, separator: separator, overrides: overrides, limits: limits), separator)
        }
        return candidates.dropFirst().reduce(candidates[0]) { $1.0.columns.count > $0.0.columns.count ? $1 : $0 }
    }

    static func rows(
        of text: [UInt8], separator: UInt8, below header: HeaderRow<Column>, limits: ImportLimits,
        problems: inout ProblemList
    ) -> [Row] {
        var reader = DelimitedText(text, separator: separator, columnLimit: limits.columns)
        var rows: [Row] = []
        var number = 0
        while let record = reader.next() {
            number += 1
            guard number <= limits.rows else {
                problems.add(row: number, "The file has more than \(limits.rows) rows.")
                return rows
            }
            if number <= header.number { continue }
            let cells = record.cells.map(CellText.trimmed)
            if let fault = record.fault {
                problems.add(row: number, fault.sentence(limits: limits))
            } else if let (index, reason) = CellText.firstFault(in: cells, limits: limits) {
                problems.add(row: number, column: header.title(at: index), reason)
            } else if cells.contains(where: { !$0.isEmpty }), cells != header.cells {
                rows.append(Row(number: number, cells: cells))
            }
        }
        return rows
    }
}

/// What a cell holds once what spreadsheets put around it is taken off.
enum CellText {
    /// Without spaces at both ends, and without the `="…"` by which people keep Excel from eating leading zeros.
    static func trimmed(_ cell: String) -> String {
        let text = withoutOuterSpaces(cell)
        guard text.utf8.count >= 3, text.hasPrefix("=\""), text.hasSuffix("\"") else { return text }
        return withoutOuterSpaces(String(text.dropFirst(2).dropLast()))
    }

    static func firstFault(in cells: [String], limits: ImportLimits) -> (index: Int, reason: String)? {
        for (index, cell) in cells.enumerated() {
            if cell.utf8.count > limits.cellCharacters, cell.unicodeScalars.count > limits.cellCharacters {
                return (index, "The cell has more than \(limits.cellCharacters) characters.")
            }
            if cell.utf8.contains(where: { ($0 < 0x20 && $0 != 0x0A && $0 != 0x09) || $0 == 0x7F }) {
                return (index, "The cell holds a control character, which QuickBooks cannot take.")
            }
        }
        return nil
    }

    private static func withoutOuterSpaces(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
            isOuterSpace(first) || isOuterSpace(last)
        else { return text }
        var scalars = text.unicodeScalars[...]
        while let first = scalars.first, isOuterSpace(first) { scalars.removeFirst() }
        while let last = scalars.last, isOuterSpace(last) { scalars.removeLast() }
        return String(scalars)
    }

    private static func isOuterSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{FEFF}"
    }
}
