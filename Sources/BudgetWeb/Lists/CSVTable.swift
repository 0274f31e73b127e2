/// A table as comma-separated text (RFC 4180), as spreadsheets read it.
struct CSVTable {
    private var lines: [[String]]

    init(titles: [String]) { lines = [titles] }

    /// - Parameter fields: texts of people pass through ``guarded(_:)`` first; figures do not.
    mutating func add(_ fields: [String]) { lines.append(fields) }

    var text: String { lines.map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined() }

    func file(named name: String) -> DownloadedFile {
        DownloadedFile(name: name, contentType: "text/csv; charset=utf-8", bytes: Array(text.utf8))
    }

    /// A text that a spreadsheet would take for a formula is kept a text by an apostrophe.
    static func guarded(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else { return text }
        return "'\(text)"
    }

    private static func field(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
        return "\"\(text.replacing("\"", with: "\"\""))\""
    }
}
