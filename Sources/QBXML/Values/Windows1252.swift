/// The characters that survive QuickBooks. All others come back as `?`.
package enum Windows1252 {
    /// What the encoding has between 0x80 and 0x9F, where Unicode has control characters.
    private static let irregular: Set<UInt32> = [
        0x20AC, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x017D,
        0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x017E, 0x0178,
    ]

    /// Every printable character of the encoding above ASCII, by its canonical equivalence class: `Character`
    /// compares é and e + combining acute as equal, so a look-up here also composes.
    private static let composed: [Character: Unicode.Scalar] = {
        let scalars = (Array(0xA0...0xFF) + Array(irregular)).compactMap { Unicode.Scalar($0) }
        return Dictionary(scalars.map { (Character($0), $0) }, uniquingKeysWith: { first, _ in first })
    }()

    package static func contains(_ scalar: Unicode.Scalar) -> Bool {
        (0x20...0x7E).contains(scalar.value) || (0xA0...0xFF).contains(scalar.value)
            || [9, 10, 13].contains(scalar.value)
            || irregular.contains(scalar.value)
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
        if character == "\r\n" { return "\r\n" }
        if let scalar = composed[character] { return String(scalar) }
        let scalars = character.unicodeScalars
        guard let base = scalars.first else { return "" }
        if scalars.count == 1, contains(base) { return String(base) }
        if base.value < 0x20 || (0x7F...0x9F).contains(base.value) { return " " }
        if let punctuation = punctuation[base] { return punctuation }
        // A base with marks that do not compose: the letter stays, the marks go.
        return contains(base) ? String(base) : latinLetter(base) ?? "?"
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
