/// Builds an XML document byte by byte. Everything that is not a name is escaped, and no whitespace is added: the
/// Web Connector and QuickBooks both take stray whitespace for content.
///
/// Names are `StaticString`, so data can never become markup.
package struct XMLWriter: Sendable {
    /// How characters above U+007E are written.
    package enum NonASCII: Sendable {
        /// As `&#233;`, the only form that QuickBooks reads the same everywhere.
        case numericReferences
        case utf8
    }

    package private(set) var bytes: [UInt8] = []
    private let nonASCII: NonASCII
    private var openElements: [StaticString] = []
    private var startTagIsOpen = false

    package init(nonASCII: NonASCII, reservingCapacity capacity: Int = 1024) {
        self.nonASCII = nonASCII
        bytes.reserveCapacity(capacity)
    }

    package mutating func declaration() {
        append(#"<?xml version="1.0" encoding="utf-8"?>"#)
    }

    package mutating func instruction(_ target: StaticString, _ data: StaticString) {
        closeStartTag()
        append("<?")
        append(target)
        append(" ")
        append(data)
        append("?>")
    }

    package mutating func start(_ name: StaticString) {
        closeStartTag()
        append("<")
        append(name)
        openElements.append(name)
        startTagIsOpen = true
    }

    /// Belongs directly after `start`; later there is no tag to add it to.
    package mutating func attribute(_ name: StaticString, _ value: String) {
        precondition(startTagIsOpen, "an attribute follows the start of its element")
        append(" ")
        append(name)
        append("=\"")
        escape(value, inAttribute: true)
        append("\"")
    }

    /// Characters that XML 1.0 cannot hold, such as U+0000, become U+FFFD.
    package mutating func text(_ text: String) {
        closeStartTag()
        escape(text, inAttribute: false)
    }

    /// Always writes an end tag: some SOAP readers drop `<string/>` and keep `<string></string>`.
    package mutating func end() {
        closeStartTag()
        guard let name = openElements.popLast() else { preconditionFailure("every end has its start") }
        append("</")
        append(name)
        append(">")
    }

    package mutating func element(_ name: StaticString, _ text: String) {
        start(name)
        self.text(text)
        end()
    }

    private mutating func closeStartTag() {
        guard startTagIsOpen else { return }
        bytes.append(UInt8(ascii: ">"))
        startTagIsOpen = false
    }

    private mutating func append(_ fixed: StaticString) {
        fixed.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func escape(_ text: String, inAttribute: Bool) {
        var text = text
        text.withUTF8 { utf8 in
            MarkupEscaping.append(
                utf8, to: &bytes, inAttribute: inAttribute, referNonASCII: nonASCII == .numericReferences)
        }
    }
}
