/// A document in PDF 1.7 (ISO 32000-1) of text and rules, in fonts that every reader has: nothing is embedded.
package struct PDFDocument: Sendable {
    package let title: String
    /// As RFC 5646 names it; read aloud accordingly.
    package let language: String
    /// When it was made, in UTC: `20260302090000`.
    package let created: String
    /// At least one.
    package let pages: [PDFPage]

    package init(title: String, language: String = "en", created: String, pages: [PDFPage]) {
        self.title = title
        self.language = language
        self.created = created
        self.pages = pages
    }

    private static let (catalog, tree, info, firstFont) = (1, 2, 3, 4)
    private static let firstPage = firstFont + PDFFont.allCases.count

    /// - Parameter deflate: compresses what is drawn in the format of zlib (RFC 1950); nil where it cannot.
    package func bytes(deflatedBy deflate: ([UInt8]) -> [UInt8]? = { _ in nil }) -> [UInt8] {
        var objects = PDFObjects()
        let language = String(decoding: PDFString.text(language), as: UTF8.self)
        objects.add(
            "<< /Type /Catalog /Pages \(Self.tree) 0 R /Lang \(language) "
                + "/ViewerPreferences << /DisplayDocTitle true >> >>")
        objects.add(pageTree)
        objects.add(
            Array("<< /Title ".utf8) + PDFString.text(title)
                + Array(" /Producer (Plumbline) /CreationDate (D:\(created)Z) >>".utf8))
        for font in PDFFont.allCases {
            objects.add(
                "<< /Type /Font /Subtype /Type1 /BaseFont /\(font.name) /Encoding /WinAnsiEncoding >>")
        }
        for (position, page) in pages.enumerated() {
            objects.add(
                "<< /Type /Page /Parent \(Self.tree) 0 R /MediaBox [0 0 \(page.width.operand) "
                    + "\(page.height.operand)] /Contents \(Self.number(ofPage: position) + 1) 0 R >>")
            objects.add(stream: page.content, deflate: deflate)
        }
        return objects.closed(root: Self.catalog, info: Self.info)
    }

    /// The list of the pages, with what all of them use.
    private var pageTree: String {
        let kids = pages.indices.map { "\(Self.number(ofPage: $0)) 0 R" }.joined(separator: " ")
        let fonts = PDFFont.allCases.enumerated().map { "/\($1.resource) \(Self.firstFont + $0) 0 R" }
        return "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) "
            + "/Resources << /Font << \(fonts.joined(separator: " ")) >> >> >>"
    }

    /// Each page is followed by what is drawn on it.
    private static func number(ofPage position: Int) -> Int { firstPage + 2 * position }
}
