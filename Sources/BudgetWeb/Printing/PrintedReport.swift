import BudgetDomain
import MarkupBytes

/// A report made for paper: US Letter, landscape, as a PDF.
struct PrintedReport {
    /// What one file shows at most: as many as a budget may have lines, and far more than anybody prints.
    static let mostRows = 20_000

    let title: String
    /// What it is the report of.
    let subject: String
    let company: String
    let facts: [(name: String, value: String)]
    /// What the figures are.
    let statement: String
    let printedAt: Instant
    let columns: [TableColumn]
    /// As many cells each as there are columns.
    var rows: [[String]]
    /// A last row that sums up the others; empty for none.
    var totals: [String] = []
    /// Said in place of the rows where there is none.
    let whenEmpty: String

    /// - Throws: ``PageProblem/tooManyRows(most:)``
    func file(named name: String) throws(PageProblem) -> DownloadedFile {
        guard rows.count <= Self.mostRows else { throw .tooManyRows(most: Self.mostRows) }
        let document = PDFDocument(
            title: "\(title), \(subject)", created: printedAt.iso.prefix(19).filter(\.isNumber),
            pages: PrintedPages.of(self))
        return DownloadedFile(
            name: name, contentType: "application/pdf",
            bytes: document.bytes { Deflate.compressed($0, .quick, as: .zlib) })
    }
}

extension PDFText {
    /// In the letters that the printed fonts and QuickBooks share, by the rules that hold for QuickBooks.
    static func printed(_ text: String, _ font: PDFFont = .regular, size: Int) -> PDFText {
        PDFText(TextTranslation.description(text).text, font, size: size)
    }
}
