/// Sentences on lines that fit a screen of 100 columns.
enum Wrapped {
    private static let width = 100

    /// - Parameters:
    ///   - start: what the first line begins with.
    ///   - indent: what the others begin with; by default as many spaces.
    static func blocks(_ start: String, _ text: String, indent: String? = nil) -> [Report.Block] {
        let indent = indent ?? String(repeating: " ", count: start.count)
        var lines: [String] = []
        var line = start
        var isEmpty = true
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            if !isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                (line, isEmpty) = (indent, true)
            }
            line += isEmpty ? String(word) : " \(word)"
            isEmpty = false
        }
        return (lines + [line]).map(Report.Block.line)
    }

    /// The text, or its beginning with `…`.
    static func cut(_ text: String, to width: Int) -> String {
        text.count <= width ? text : text.prefix(width - 1) + "…"
    }
}
