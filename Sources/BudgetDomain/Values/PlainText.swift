/// A text that somebody typed: of limited length, and without U+0000, which PostgreSQL's text cannot hold. Other
/// control characters are kept, and become spaces on their way to QuickBooks (``TextTranslation``).
package enum PlainText {
    /// Why the text is not taken; nil when it is.
    package static func refusal(of text: String, as field: String, longest: Int) -> Refusal? {
        if text.utf8.count > longest, text.unicodeScalars.count > longest {
            return .textIsTooLong(field: field, longest: longest)
        }
        return text.utf8.contains(0) ? .textHasNUL(field: field) : nil
    }

    static func require(_ text: String, as field: String, longest: Int) throws(Refused) {
        if let refusal = refusal(of: text, as: field, longest: longest) { throw Refused(refusal) }
    }
}
