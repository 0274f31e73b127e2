/// A value in JSON (RFC 8259), written as it is given: figures are texts, so that no reader makes floats of them.
enum JSON: Sendable {
    case null
    case bool(Bool)
    case number(Int)
    case text(String)
    case list([JSON])
    /// Members in this order; names are our own.
    case object([(StaticString, JSON)])
    /// Written beforehand, where a tree of values would be most of the work.
    case written([UInt8])

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return bytes
    }

    private func append(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let value): bytes.append(contentsOf: String(value).utf8)
        case .text(let text): Self.append(text, to: &bytes)
        case .list(let values):
            bytes.append(UInt8(ascii: "["))
            for (position, value) in values.enumerated() {
                if position > 0 { bytes.append(UInt8(ascii: ",")) }
                value.append(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (position, member) in members.enumerated() {
                bytes.append(contentsOf: position > 0 ? ",\"".utf8 : "\"".utf8)
                member.0.withUTF8Buffer { bytes.append(contentsOf: $0) }
                bytes.append(contentsOf: "\":".utf8)
                member.1.append(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        case .written(let written): bytes += written
        }
    }

    static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { utf8 in
            var begun = 0
            for index in 0..<utf8.count where isSpecial(utf8[index]) {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[begun..<index]))
                appendEscaped(utf8[index], to: &bytes)
                begun = index + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[begun...]))
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func appendEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
        guard byte < 0x20 else { return bytes.append(contentsOf: [UInt8(ascii: "\\"), byte]) }
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(contentsOf: [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }
}

extension JSON: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral members: (StaticString, JSON)...) { self = .object(members) }
}
