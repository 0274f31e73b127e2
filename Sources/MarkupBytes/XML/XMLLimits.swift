/// What a document may cost. The parser stops at the first limit it meets.
package struct XMLLimits: Sendable, Hashable {
    package var totalBytes: Int
    package var depth: Int
    /// Bytes of text from one tag to the next, decoded to UTF-8.
    package var textBytes: Int
    package var attributes: Int
    /// Bytes of one local name.
    package var nameBytes: Int
    /// Bytes of one tag, comment or processing instruction. Keeps the parser's work per tag small: libxml2 compares
    /// each attribute of a tag with all the others.
    package var markupBytes: Int

    package init(
        totalBytes: Int = 64 << 20, depth: Int = 64, textBytes: Int = 1 << 20, attributes: Int = 32,
        nameBytes: Int = 128, markupBytes: Int = 64 << 10
    ) {
        self.totalBytes = totalBytes
        self.depth = depth
        self.textBytes = textBytes
        self.attributes = attributes
        self.nameBytes = nameBytes
        self.markupBytes = markupBytes
    }
}
