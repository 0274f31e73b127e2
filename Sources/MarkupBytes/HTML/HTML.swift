/// A piece of HTML as a value. Text and attribute values are escaped when the bytes are written; names are
/// `StaticString`, so data can never become markup.
package indirect enum HTML: Sendable {
    case text(String)
    case element(StaticString, attributes: [HTMLAttribute], [HTML])
    /// An element that has no content and no end tag, such as `br`.
    case void(StaticString, attributes: [HTMLAttribute])
    case fragment([HTML])

    /// The fragment's bytes in UTF-8.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return bytes
    }

    package func append(to bytes: inout [UInt8]) {
        switch self {
        case .text(let text):
            Self.escape(text, to: &bytes)
        case .element(let name, let attributes, let children):
            Self.appendTag(name, attributes, to: &bytes)
            for child in children { child.append(to: &bytes) }
            bytes.append(contentsOf: "</".utf8)
            name.withUTF8Buffer { bytes.append(contentsOf: $0) }
            bytes.append(UInt8(ascii: ">"))
        case .void(let name, let attributes):
            Self.appendTag(name, attributes, to: &bytes)
        case .fragment(let children):
            for child in children { child.append(to: &bytes) }
        }
    }

    private static func appendTag(_ name: StaticString, _ attributes: [HTMLAttribute], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "<"))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        for attribute in attributes {
            bytes.append(UInt8(ascii: " "))
            attribute.name.withUTF8Buffer { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: "=\"".utf8)
            escape(attribute.value, to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    private static func escape(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { MarkupEscaping.append($0, to: &bytes, inAttribute: true, referNonASCII: false) }
    }
}

extension HTML: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self = .text(text) }
}

package struct HTMLAttribute: Sendable {
    package var name: StaticString
    package var value: String

    package init(_ name: StaticString, _ value: String) {
        self.name = name
        self.value = value
    }
}
