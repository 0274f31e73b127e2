/// Text in one line of a certificate. What a reader could not see, or would take for structure, is written as
/// `\u{HEX}`; so every text has one form, and no two texts the same.
enum CertificateText {
    static func escaped(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = ""
        for (index, scalar) in scalars.enumerated() {
            let isEdge = index == 0 || index == scalars.count - 1
            let beginsEscape = scalars[index...].starts(with: escapeBeginning)
            if isHidden(scalar) || beginsEscape || (scalar == " " && isEdge) {
                result += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static let escapeBeginning = Array("\\u{".unicodeScalars)

    /// Nil for an escape that no scalar has.
    static func unescaped(_ text: Substring) -> String? {
        var result = ""
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "\\", rest.starts(with: escapeBeginning.dropFirst()) else {
                result.unicodeScalars.append(scalar)
                continue
            }
            guard let end = rest.firstIndex(of: "}"),
                let value = UInt32(String(String.UnicodeScalarView(rest[..<end].dropFirst(2))), radix: 16),
                let escaped = Unicode.Scalar(value)
            else { return nil }
            result.unicodeScalars.append(escaped)
            rest = rest[rest.index(after: end)...]
        }
        return result
    }

    /// The ranges are written out, since the categories of Unicode grow with its versions and a certificate does not.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
        case 0x7C: true  // the bar between columns
        default: false  // default: every other scalar is written as it is
        }
    }

    /// In columns of the same width, counted in scalars.
    static func padded(_ text: String, to width: Int, onTheLeft: Bool) -> String {
        let padding = String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
        return onTheLeft ? padding + text : text + padding
    }

    static func trimmed(_ text: Substring) -> Substring {
        var scalars = text.unicodeScalars
        while scalars.first == " " { scalars.removeFirst() }
        while scalars.last == " " { scalars.removeLast() }
        return Substring(scalars)
    }
}
