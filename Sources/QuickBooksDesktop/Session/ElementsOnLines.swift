/// XML with each element on a line of its own, indented by its depth, for people to read. The bytes as they went are in
/// an export's evidence.
package enum ElementsOnLines {
    private static let indentation = "  "
    /// A text that is nested deeper, or only looks so, stays on the screen.
    private static let deepest = 20

    /// The text itself where it has lines already, or is no XML.
    package static func text(_ xml: String) -> String {
        guard xml.utf8.first == UInt8(ascii: "<"), !xml.utf8.contains(UInt8(ascii: "\n")) else { return xml }
        var depth = 0
        return pieces(of: xml).map { piece in
            if piece.hasPrefix("</") { depth = max(0, depth - 1) }
            let line = String(repeating: indentation, count: min(depth, deepest)) + piece
            if opens(piece) { depth += 1 }
            return line
        }.joined(separator: "\n")
    }

    /// Cut between a tag and the next one; a text stays between its own two.
    private static func pieces(of xml: String) -> [Substring] {
        var pieces: [Substring] = []
        var start = xml.utf8.startIndex
        var isAfterTag = false
        for index in xml.utf8.indices {
            let byte = xml.utf8[index]
            if byte == UInt8(ascii: "<"), isAfterTag {
                pieces.append(xml[start..<index])
                start = index
            }
            isAfterTag = byte == UInt8(ascii: ">")
        }
        return pieces + [xml[start...]]
    }

    /// Whether what follows is inside of it.
    private static func opens(_ piece: Substring) -> Bool {
        !piece.hasPrefix("</") && !piece.hasPrefix("<?") && !piece.hasSuffix("/>") && !piece.contains("</")
    }
}
