/// Escaping shared by the XML and the HTML writer.
enum MarkupEscaping {
    /// `utf8` is valid UTF-8, as taken from a `String`. Runs that need no escaping are copied whole.
    static func append(
        _ utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8], inAttribute: Bool, referNonASCII: Bool
    ) {
        var runStart = 0
        var index = 0
        while index < utf8.count {
            let byte = utf8[index]
            if byte >= 0x20, byte < 0x7F, !isSpecial(byte) {
                index += 1
                continue
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[runStart..<index]))
            let (scalar, length) = decode(utf8, at: index)
            appendEscaped(scalar, to: &bytes, inAttribute: inAttribute, referNonASCII: referNonASCII)
            index += length
            runStart = index
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[runStart...]))
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
            || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }

    private static func appendEscaped(
        _ scalar: Unicode.Scalar, to bytes: inout [UInt8], inAttribute: Bool, referNonASCII: Bool
    ) {
        switch scalar {
        case "&": bytes.append(contentsOf: "&amp;".utf8)
        case "<": bytes.append(contentsOf: "&lt;".utf8)
        case ">": bytes.append(contentsOf: "&gt;".utf8)
        case "\"": bytes.append(contentsOf: "&quot;".utf8)
        case "'": bytes.append(contentsOf: "&apos;".utf8)
        case "\t" where !inAttribute, "\n" where !inAttribute: bytes.append(UInt8(scalar.value))
        case "\t", "\n", "\r": appendReference(scalar, to: &bytes)  // a reader would turn them into other whitespace
        case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}":
            appendEscaped("\u{FFFD}", to: &bytes, inAttribute: inAttribute, referNonASCII: referNonASCII)
        case _ where referNonASCII: appendReference(scalar, to: &bytes)
        case _: bytes.append(contentsOf: String(scalar).utf8)
        }
    }

    private static func appendReference(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "&#\(scalar.value);".utf8)
    }

    private static func decode(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, length: Int) {
        let length: Int
        switch utf8[index] {
        case ..<0x80: return (Unicode.Scalar(utf8[index]), 1)
        case ..<0xE0: length = 2
        case ..<0xF0: length = 3
        case _: length = 4
        }
        let text = String(decoding: UnsafeBufferPointer(rebasing: utf8[index..<index + length]), as: UTF8.self)
        return (text.unicodeScalars.first ?? "\u{FFFD}", length)
    }
}
