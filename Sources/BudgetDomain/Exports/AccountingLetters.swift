/// The letters that QuickBooks Desktop keeps, which are those of Windows-1252. All others come back as `?`.
package enum AccountingLetters {
    /// What the encoding has between 0x80 and 0x9F, where Unicode has control characters.
    private static let irregular = Set("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".unicodeScalars)

    /// Every printable character of the encoding above ASCII, by its canonical equivalence class: `Character`
    /// compares é and e + combining acute as equal, so a look-up here also composes.
    private static let composed: [Character: Unicode.Scalar] = {
        let scalars = (0xA0...0xFF).compactMap { Unicode.Scalar($0 as UInt32) } + Array(irregular)
        return Dictionary(scalars.map { (Character($0), $0) }, uniquingKeysWith: { first, _ in first })
    }()

    package static func hold(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0xFF: true
        default: irregular.contains(scalar)  // default: the rest of Unicode
        }
    }

    /// The text in characters that QuickBooks keeps: composed, Latin letters without the marks that the encoding
    /// lacks, `?` for what has no such letter, a space for a control character. `changed` tells whether a reader would
    /// see a difference.
    package static func transliterated(_ text: String) -> (text: String, changed: Bool) {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return (text, false) }
        var result = ""
        for character in text { result += substitute(for: character) }
        return (result, result != text)
    }

    private static func substitute(for character: Character) -> String {
        if let scalar = composed[character] { return String(scalar) }
        let scalars = character.unicodeScalars
        guard let base = scalars.first else { return "" }
        if scalars.count == 1, hold(base) { return String(base) }
        if base.value < 0x20 || (0x7F...0x9F).contains(base.value) { return " " }
        if let punctuation = punctuation[base] { return punctuation }
        // A base with marks that do not compose: the letter stays, the marks go.
        return hold(base) ? String(base) : latinLetter(base) ?? "?"
    }

    private static let punctuation: [Unicode.Scalar: String] = [
        "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-", "\u{2212}": "-", "\u{2015}": "\u{2014}",
        "\u{2032}": "'", "\u{2033}": "\"", "\u{201B}": "\u{2018}", "\u{201F}": "\u{201C}", "\u{2044}": "/",
        "\u{2002}": " ", "\u{2003}": " ", "\u{2007}": " ", "\u{2009}": " ", "\u{200A}": " ", "\u{202F}": " ",
        "\u{200B}": "", "\u{FEFF}": "", "\u{0131}": "i", "\u{2260}": "#", "\u{2264}": "<", "\u{2265}": ">",
    ]

    /// Unicode names a marked letter after its plain one: "LATIN SMALL LETTER C WITH CARON".
    private static func latinLetter(_ scalar: Unicode.Scalar) -> String? {
        guard let name = scalar.properties.name else { return nil }
        let words = name.split(separator: " ")
        guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER" || words[2] == "LIGATURE" else { return nil }
        let letter = words[3]
        guard letter.count <= 2, words.count == 4 || words[4] == "WITH" else { return nil }
        return words[1] == "SMALL" ? letter.lowercased() : String(letter)
    }
}
