/// Texts as PDF's syntax writes them (ISO 32000-1, §7.3.4 and §7.9.2.2).
enum PDFString {
    /// In parentheses. What is not printable ASCII is written in octal, so that no program that carries the file can
    /// take it for the end of a line.
    static func literal(_ codes: some Sequence<UInt8>) -> [UInt8] {
        var bytes = [UInt8(ascii: "(")]
        for code in codes {
            switch code {
            case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), code]
            case 0x20...0x7E: bytes.append(code)
            case _: bytes += "\\\(String(0o1000 + Int(code), radix: 8).dropFirst())".utf8
            }
        }
        return bytes + [UInt8(ascii: ")")]
    }

    /// Of the document itself, not of a page: whole in Unicode, as UTF-16 where ASCII does not do.
    static func text(_ text: String) -> [UInt8] {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return literal(text.utf8) }
        let digits = text.utf16.map { String(0x1_0000 + Int($0), radix: 16, uppercase: true).dropFirst() }
        return Array("<FEFF\(digits.joined())>".utf8)
    }
}
