/// WinAnsiEncoding (ISO 32000-1, annex D), which is Windows-1252: the letters of the standard fonts.
enum WinAnsi {
    static let ellipsis: UInt8 = 0x85
    static let space = UInt8(ascii: " ")

    /// 0x80 to 0x9F; the replacement character stands where the encoding has none.
    private static let irregular = "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ"

    /// By canonical equivalence, as `Character` compares: é is found whether it is composed or not.
    private static let codes: [Character: UInt8] = {
        let regular = (0xA0...0xFF as ClosedRange<UInt8>).map { (Character(Unicode.Scalar($0)), $0) }
        let others = zip(irregular, 0x80...0x9F as ClosedRange<UInt8>).filter { $0.0 != "\u{FFFD}" }
        return Dictionary(regular + others, uniquingKeysWith: { first, _ in first })
    }()

    /// A space for each control character, `?` for each character that the encoding lacks.
    static func bytes(of text: String) -> [UInt8] {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return Array(text.utf8) }
        return text.map { character in
            if character.unicodeScalars.first?.properties.generalCategory == .control { return space }
            return character.asciiValue ?? codes[character] ?? UInt8(ascii: "?")
        }
    }
}
