/// Comma-separated text (RFC 4180) that a spreadsheet opens without running anything of it.
enum CSVText {
    enum Cell {
        case text(String)
        /// A plain decimal; a leading minus is its sign.
        case figure(String)
    }

    static func of(_ rows: [[Cell]]) -> String {
        rows.map { $0.map(\.written).joined(separator: ",") + "\r\n" }.joined()
    }
}

extension CSVText.Cell {
    /// What a spreadsheet takes for the beginning of a formula.
    private static let formulaMarks: Set<Character> = ["=", "+", "-", "@", "\t", "\r"]

    fileprivate var written: String {
        switch self {
        case .figure(let text): return text
        case .text(let text):
            let inert = text.first.map(Self.formulaMarks.contains) == true ? "'" + text : text
            // Scalars, because Swift takes a carriage return with its line feed for one character.
            guard inert.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return inert }
            return "\"" + inert.replacing("\"", with: "\"\"") + "\""
        }
    }
}
