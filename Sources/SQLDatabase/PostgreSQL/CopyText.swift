/// COPY's text format (https://www.postgresql.org/docs/15/sql-copy.html#id-1.9.3.55.9.2): a tab between values, a line
/// feed after a row, a backslash before what would be read otherwise.
enum CopyText {
    private static let backslash = UInt8(ascii: "\\")

    static func append(_ row: [SQLValue], to bytes: inout [UInt8]) {
        for (position, value) in row.enumerated() {
            if position > 0 { bytes.append(UInt8(ascii: "\t")) }
            append(value, to: &bytes)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private static func append(_ value: SQLValue, to bytes: inout [UInt8]) {
        switch value {
        case .integer(let integer): bytes.append(contentsOf: String(integer).utf8)
        case .text(let text): for byte in text.utf8 { append(escaping: byte, to: &bytes) }
        case .blob(let blob):
            // The two characters that begin hexadecimal bytea are `\x`, of which the first is doubled here.
            bytes.append(contentsOf: [backslash, backslash, UInt8(ascii: "x")])
            for byte in blob {
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            }
        case .null: bytes.append(contentsOf: [backslash, UInt8(ascii: "N")])
        }
    }

    private static func append(escaping byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case backslash: bytes.append(contentsOf: [backslash, backslash])
        case UInt8(ascii: "\t"): bytes.append(contentsOf: [backslash, UInt8(ascii: "t")])
        case UInt8(ascii: "\n"): bytes.append(contentsOf: [backslash, UInt8(ascii: "n")])
        case UInt8(ascii: "\r"): bytes.append(contentsOf: [backslash, UInt8(ascii: "r")])
        default: bytes.append(byte)  // default: any other byte stands for itself
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
