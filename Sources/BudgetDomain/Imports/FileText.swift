/// The text of a file's bytes: UTF-8, or else Windows-1252, in which Excel writes CSV on Western Windows.
struct FileText {
    let utf8: [UInt8]
    let isWindows1252: Bool

    enum Fault: Error, Hashable {
        case workbook
        case utf16
        case notText

        var sentence: String {
            switch self {
            case .workbook:
                "This is a spreadsheet workbook: save the sheet as “CSV UTF-8” and import that file."
            case .utf16:
                "The file is in UTF-16: save it as “CSV UTF-8” and import that file."
            case .notText:
                "The file is neither UTF-8 nor Windows-1252 text."
            }
        }
    }

    init(decoding bytes: [UInt8]) throws(Fault) {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw .workbook
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .utf16 }
        if bytes.contains(0) { throw .notText }

        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
        if String(validating: text, as: UTF8.self) != nil {
            (utf8, isWindows1252) = (text, false)
        } else {
            (utf8, isWindows1252) = (try FileText.utf8(fromWindows1252: text), true)
        }
    }

    private static func utf8(fromWindows1252 bytes: [UInt8]) throws(Fault) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            guard let scalar = scalar(ofWindows1252: byte) else { throw .notText }
            text.append(contentsOf: Array(String(scalar).utf8))
        }
        return text
    }

    /// Nil for the five bytes that Windows-1252 leaves undefined.
    private static func scalar(ofWindows1252 byte: UInt8) -> Unicode.Scalar? {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        return highScalars[Int(byte) - 0x80]
    }

    /// Bytes 0x80 to 0x9F: the WHATWG Encoding Standard's index-windows-1252, without its undefined five.
    private static let highScalars: [Unicode.Scalar?] = [
        "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
        nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
    ]
}
