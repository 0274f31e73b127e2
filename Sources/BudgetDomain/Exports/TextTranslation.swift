/// Text as QuickBooks keeps it, with what is lost on the way.
package enum TextTranslation {
    /// `Desc` and `Memo` of every transaction, in characters.
    package static let longestDescription = 4_095

    /// Text for a description or memo: one line in QuickBooks' letters, without spaces at either end.
    package static func description(_ text: String) -> TranslatedText {
        var changes: [TextChange] = []
        let line = oneLine(text)
        if line != trimmed(text) { changes.append(.controlCharacters) }
        let (letters, areOthers) = AccountingLetters.transliterated(line)
        if areOthers { changes.append(.letters) }
        // Transliteration may leave a space where there was a character without a width.
        var result = trimmed(letters)
        let length = result.unicodeScalars.count
        if length > longestDescription {
            changes.append(.cut(from: length, to: longestDescription))
            result = trimmed(String(String.UnicodeScalarView(result.unicodeScalars.prefix(longestDescription))))
        }
        return TranslatedText(text: result, changes: changes)
    }

    /// Each run of line breaks and control characters becomes one space.
    private static func oneLine(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return trimmed(text) }
        var result = String.UnicodeScalarView()
        var isInRun = false
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            if !isControl || !isInRun { result.append(isControl ? " " : scalar) }
            isInRun = isControl
        }
        return trimmed(String(result))
    }

    private static func trimmed(_ text: String) -> String {
        let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
        let scalars = text.unicodeScalars.drop(while: isBlank)
        guard let last = scalars.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(scalars[...last])
    }
}

/// Text in QuickBooks' characters.
package struct TranslatedText: Hashable, Sendable {
    package let text: String
    /// What a reader would notice; spaces lost at the ends are not counted.
    package let changes: [TextChange]

    /// An empty field is left out: in a change it would clear what QuickBooks has.
    package var textOrNil: String? { text.isEmpty ? nil : text }
}

package enum TextChange: Hashable, Sendable {
    /// Line breaks, tabs and control characters became spaces.
    case controlCharacters
    /// Characters outside Windows-1252 became their nearest letters, or `?`.
    case letters
    case cut(from: Int, to: Int)

    package var clause: String {
        switch self {
        case .controlCharacters: "line breaks become spaces"
        case .letters: "characters that QuickBooks lacks are replaced"
        case .cut(let from, let to): "\(from) characters are cut to \(to)"
        }
    }
}
