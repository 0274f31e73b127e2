/// A text in one font and size, on one line.
package struct PDFText: Hashable, Sendable {
    /// In WinAnsiEncoding.
    let codes: [UInt8]
    let font: PDFFont
    /// In points.
    let size: Int
    package let width: PDFLength

    /// - Parameters:
    ///   - text: what the encoding lacks is written as `?`.
    ///   - size: in points.
    package init(_ text: String, _ font: PDFFont = .regular, size: Int) {
        self.init(codes: WinAnsi.bytes(of: text), font, size: size)
    }

    private init(codes: [UInt8], _ font: PDFFont, size: Int) {
        self.codes = codes
        self.font = font
        self.size = size
        width = codes.reduce(.zero) { $0 + Self.width(of: $1, font, size: size) }
    }

    private static func width(of code: UInt8, _ font: PDFFont, size: Int) -> PDFLength {
        PDFLength(thousandths: font.width(of: code) * size)
    }

    /// The text itself where it fits; else as much of its beginning as fits before an ellipsis, which alone is left
    /// where nothing fits.
    package func cut(to room: PDFLength) -> PDFText {
        guard width > room else { return self }
        var left = room - Self.width(of: WinAnsi.ellipsis, font, size: size)
        var kept = codes.prefix { code in
            left = left - Self.width(of: code, font, size: size)
            return left >= .zero
        }
        while kept.last == WinAnsi.space { kept.removeLast() }
        return PDFText(codes: Array(kept) + [WinAnsi.ellipsis], font, size: size)
    }

    /// Whether it ends in a closing parenthesis, as negative amounts do.
    package var isClosed: Bool { codes.last == UInt8(ascii: ")") }

    /// Its words, each a text of its own.
    package var words: [PDFText] {
        codes.split(separator: WinAnsi.space).map { PDFText(codes: Array($0), font, size: size) }
    }

    /// The text on as many lines as it needs, broken at spaces; a word that is wider than the room is cut.
    package func lines(within room: PDFLength) -> [PDFText] {
        words.reduce(into: []) { lines, word in
            if let line = lines.last {
                let longer = PDFText(codes: line.codes + [WinAnsi.space] + word.codes, font, size: size)
                if longer.width <= room {
                    lines[lines.count - 1] = longer
                    return
                }
            }
            lines.append(word.cut(to: room))
        }
    }
}
