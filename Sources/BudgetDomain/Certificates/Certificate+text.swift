extension Certificate {
    package static let firstLine = "plumbline certificate 1"
    private static let factWidth = (CertifiedFact.allCases.map(\.rawValue.count).max() ?? 0) + 2
    private static let exportsTitle = "Accepted exports"
    private static let reasonsTitle = "Reasons"
    private static let bar = " | "

    /// The text that is signed. One certificate has one text, and one text one certificate.
    package var text: String {
        var lines = [Self.firstLine, ""]
        for fact in CertifiedFact.allCases {
            let word = CertificateText.padded(fact.rawValue, to: Self.factWidth, onTheLeft: false)
            lines.append(word + CertificateText.escaped(facts[fact] ?? ""))
        }
        lines += ["", Self.exportsTitle]
        lines += Self.table([ExportLine.titles] + exports.map(\.cells), leftColumns: ExportLine.titles.count)
        for table in CertifiedTable.allCases {
            lines += ["", table.rawValue]
            let header = ["Cost code", "Title"] + table.amounts.map(\.rawValue)
            let cells = (rows + [total]).map { row in
                [row.costCode, row.title] + table.amounts.map { row.amounts[$0]?.formatted ?? "" }
            }
            lines += Self.table([header] + cells, leftColumns: 2)
        }
        lines += ["", Self.reasonsTitle]
        lines += reasons.map { "- " + CertificateText.escaped($0) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func table(_ rows: [[String]], leftColumns: Int) -> [String] {
        let escaped = rows.map { $0.map(CertificateText.escaped) }
        let columns = escaped.first?.indices ?? 0..<0
        let widths = columns.map { column in escaped.map { $0[column].unicodeScalars.count }.max() ?? 0 }
        return escaped.map { row in
            columns.map { column in
                let isLast = column == columns.upperBound - 1
                let width = isLast && column < leftColumns ? 0 : widths[column]
                return CertificateText.padded(row[column], to: width, onTheLeft: column >= leftColumns)
            }.joined(separator: bar)
        }
    }

    /// Reads what ``text`` writes. Nil for anything else: also for amounts that do not add up, for one more space, and
    /// for a word of a later version.
    package init?(parsing text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        guard lines.popFirst() == Self.firstLine[...], lines.popFirst() == "" else { return nil }
        var facts: [CertifiedFact: String] = [:]
        for fact in CertifiedFact.allCases {
            guard let line = lines.popFirst(),
                let value = CertificateText.unescaped(Substring(line.unicodeScalars.dropFirst(Self.factWidth)))
            else { return nil }
            facts[fact] = value
        }
        guard lines.popFirst() == "", let currency = Currency(code: facts[.currency] ?? ""),
            let exports = Self.section(Self.exportsTitle, from: &lines)
        else { return nil }
        var tables: [[[String]]] = []
        for table in CertifiedTable.allCases {
            guard let rows = Self.section(table.rawValue, from: &lines) else { return nil }
            tables.append(rows)
        }
        guard lines.popFirst() == Self.reasonsTitle[...], lines.popLast() == "",
            let rows = Self.rows(of: tables, in: currency)
        else { return nil }
        let reasons = lines.compactMap { CertificateText.unescaped(Substring($0.unicodeScalars.dropFirst(2))) }
        guard
            let certificate = try? Certificate(
                facts: facts, exports: exports.map(ExportLine.init(cells:)), rows: rows.dropLast(), reasons: reasons,
                currency: currency),
            certificate.text.utf8.elementsEqual(text.utf8)
        else { return nil }
        self = certificate
    }

    /// The rows below a title and a header, up to the empty line that ends them.
    private static func section(_ title: String, from lines: inout ArraySlice<Substring>) -> [[String]]? {
        guard lines.popFirst() == title[...], lines.popFirst() != nil,
            let end = lines.firstIndex(of: "")
        else { return nil }
        let rows = lines[..<end].map { line in
            // By scalars: a combining mark at the beginning of a cell would make one character with the space before.
            line.unicodeScalars.split(separator: "|", omittingEmptySubsequences: false).compactMap {
                CertificateText.unescaped(CertificateText.trimmed(Substring($0)))
            }
        }
        lines = lines[lines.index(after: end)...]
        return rows
    }

    /// The rows of all tables put together, the total last.
    private static func rows(of tables: [[[String]]], in currency: Currency) -> [Row]? {
        guard let first = tables.first, !first.isEmpty, tables.allSatisfy({ $0.count == first.count }) else {
            return nil
        }
        var rows: [Row] = []
        for index in first.indices {
            var given: [CertifiedAmount: Money] = [:]
            for (table, cells) in zip(CertifiedTable.allCases, tables.map { $0[index] }) {
                guard cells.count == table.amounts.count + 2 else { return nil }
                for (amount, cell) in zip(table.amounts, cells.dropFirst(2)) {
                    given[amount] = try? Money(parsing: cell.replacing(",", with: ""), currency: currency)
                }
            }
            let row = try? Row(
                costCode: first[index][0], title: first[index][1], given: given, currency: currency)
            guard let row else { return nil }
            rows.append(row)
        }
        return rows
    }
}
