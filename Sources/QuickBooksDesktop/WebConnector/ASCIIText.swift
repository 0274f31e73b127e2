/// Text for places that are only known to hold ASCII.
enum ASCIIText {
    /// The text with Latin letters without their marks, and `?` for what has no such letter.
    static func folded(_ text: String) -> String {
        var result = ""
        for character in text {
            guard let scalar = character.unicodeScalars.first else { continue }
            switch scalar.value {
            case 0x20...0x7E: result.unicodeScalars.append(scalar)
            case ..<0x20, 0x7F...0xA0: result += " "
            case 0x2010...0x2015: result += "-"
            case 0x2018, 0x2019: result += "'"
            default: result += latinLetter(scalar) ?? "?"  // default: the rest of Unicode
            }
        }
        return result
    }

    /// Unicode names a marked letter after its plain one: "LATIN SMALL LETTER E WITH ACUTE".
    private static func latinLetter(_ scalar: Unicode.Scalar) -> String? {
        let words = (scalar.properties.name ?? "").split(separator: " ")
        guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER", words[3].count <= 2 else { return nil }
        return words[1] == "SMALL" ? words[3].lowercased() : String(words[3])
    }
}
