/// A text that somebody typed: of limited length, and without control characters but tabs and line breaks. Neither a
/// database nor qbXML takes the others, and nobody means them.
package enum PlainText {
    /// Why the text is not taken; nil when it is.
    package static func refusal(of text: String, as field: String, longest: Int) -> Refusal? {
        if text.utf8.count > longest, text.unicodeScalars.count > longest {
            return .textIsTooLong(field: field, longest: longest)
        }
        return hasControlCharacter(text) ? .textHasControlCharacter(field: field) : nil
    }

    /// Bytes below a space, but for tab, line feed and carriage return; and DEL. XML 1.0 §2.2 knows no others either.
    package static func hasControlCharacter(_ text: String) -> Bool {
        text.utf8.contains { ($0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D) || $0 == 0x7F }
    }

    static func require(_ text: String, as field: String, longest: Int) throws(Refused) {
        if let refusal = refusal(of: text, as: field, longest: longest) { throw Refused(refusal) }
    }
}
