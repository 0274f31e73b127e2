import BudgetDomain
import MarkupBytes

/// The pages of a printed report: what it is on the first, the titles of the columns on each, and where one is.
struct PrintedPages {
    private static let (width, height) = (PDFLength.points(792), PDFLength.points(612))
    private static let (left, right) = (PDFLength.points(36), PDFLength.points(756))
    /// Below it is the foot of the page.
    private static let bottom = PDFLength.points(564)

    private let report: PrintedReport
    private let columns: PrintedColumns
    private var pages: [PDFPage] = []
    private var page = PDFPage(width: Self.width, height: Self.height)
    /// Where the next thing begins.
    private var top = PDFLength.points(36)

    static func of(_ report: PrintedReport) -> [PDFPage] {
        var pages = PrintedPages(report)
        pages.drawHeading()
        pages.drawColumnTitles()
        pages.drawRows()
        pages.pages.append(pages.page)
        pages.drawFeet()
        return pages.pages
    }

    private init(_ report: PrintedReport) {
        self.report = report
        columns = PrintedColumns(report, from: Self.left, to: Self.right)
    }

    // MARK: - Above the table

    private mutating func drawHeading() {
        let company = PDFText.printed(report.company, .bold, size: 10).cut(to: (Self.right - Self.left) / 2)
        top = top + .points(14)
        page.draw(.printed(report.title, .bold, size: 16), x: Self.left, baseline: top)
        page.draw(company, x: Self.right - company.width, baseline: top)
        top = top + .points(18)
        page.draw(whole(.printed(report.subject, .bold, size: 11)), x: Self.left, baseline: top)
        top = top + .points(4)
        let facts = report.facts + [("Printed", report.printedAt.toTheMinute)]
        let value = Self.left + .points(110)
        for fact in facts {
            top = top + .points(13)
            page.draw(.printed(fact.name, size: 9), x: Self.left, baseline: top, .grey)
            page.draw(.printed(fact.value, size: 9).cut(to: Self.right - value), x: value, baseline: top)
        }
        top = top + .points(5)
        for line in PDFText.printed(report.statement, size: 8).lines(within: Self.right - Self.left) {
            top = top + .points(11)
            page.draw(line, x: Self.left, baseline: top, .grey)
        }
        top = top + .points(10)
    }

    /// What stands above the table on every page but the first.
    private mutating func drawRunningHeading() {
        top = .points(46)
        let company = PDFText.printed(report.company, size: 9).cut(to: (Self.right - Self.left) / 3)
        page.draw(company, x: Self.right - company.width, baseline: top, .grey)
        let title = PDFText.printed("\(report.title), \(report.subject)", .bold, size: 9)
        page.draw(title.cut(to: Self.right - Self.left - company.width - .points(12)), x: Self.left, baseline: top)
        top = top + .points(8)
    }

    private func whole(_ text: PDFText) -> PDFText { text.cut(to: Self.right - Self.left) }

    // MARK: - The table

    private var lineHeight: PDFLength { .points(columns.size + 2) }
    private var rowHeight: PDFLength { .points(columns.size + 5) }

    private mutating func drawColumnTitles() {
        let lines = columns.all.map(\.title.count).max() ?? 1
        let height = lineHeight * lines + .points(4)
        page.fill(x: Self.left, y: top, width: Self.right - Self.left, height: height, .faint)
        for column in columns.all {
            // Titles stand on the lower line, whatever number of lines they have.
            var baseline = top + lineHeight * (lines - column.title.count)
            for line in column.title {
                baseline = baseline + lineHeight
                page.draw(line, x: start(of: line, in: column), baseline: baseline)
            }
        }
        top = top + height
        page.drawRule(from: Self.left, to: Self.right, y: top, thickness: .points(1), .black)
    }

    private mutating func drawRows() {
        if report.rows.isEmpty { drawEmptiness() }
        for (position, row) in report.rows.enumerated() {
            // Totals never stand on a page alone.
            makeRoom(rows: position == report.rows.count - 1 && !report.totals.isEmpty ? 2 : 1)
            drawRow(row, .regular)
            page.drawRule(from: Self.left, to: Self.right, y: top, thickness: .points(1) / 4, .pale)
        }
        guard !report.totals.isEmpty else { return }
        page.drawRule(from: Self.left, to: Self.right, y: top, thickness: .points(1), .black)
        drawRow(report.totals, .bold)
    }

    private mutating func makeRoom(rows: Int) {
        guard top + rowHeight * rows > Self.bottom else { return }
        pages.append(page)
        page = PDFPage(width: Self.width, height: Self.height)
        drawRunningHeading()
        drawColumnTitles()
    }

    private mutating func drawRow(_ cells: [String], _ font: PDFFont) {
        for (column, cell) in zip(columns.all, cells) {
            let text = PDFText.printed(cell, font, size: columns.size)
            let shown = column.kind == .text ? text.cut(to: column.room) : text
            page.draw(shown, x: start(of: shown, in: column), baseline: baseline)
        }
        top = top + rowHeight
    }

    private mutating func drawEmptiness() {
        let text = PDFText.printed(report.whenEmpty, size: columns.size)
        page.draw(whole(text), x: Self.left + PrintedColumns.padding, baseline: baseline, .grey)
        top = top + rowHeight
    }

    /// Of a row that begins here: its capitals, 0.718 of their size, stand in the middle.
    private var baseline: PDFLength {
        top + (rowHeight + PDFLength(thousandths: columns.size * 718)) / 2
    }

    private func start(of text: PDFText, in column: PrintedColumns.Column) -> PDFLength {
        switch column.kind {
        case .text: return column.left + PrintedColumns.padding
        case .number:
            let parenthesis = text.isClosed ? PDFText(")", size: columns.size).width : .zero
            return column.right - PrintedColumns.padding + parenthesis - text.width
        }
    }

    // MARK: - Below the table

    private mutating func drawFeet() {
        let baseline = PDFLength.points(584)
        let made = "\(report.company), printed \(report.printedAt.toTheMinute)"
        for position in pages.indices {
            let number = PDFText("Page \(position + 1) of \(pages.count)", size: 8)
            let room = Self.right - Self.left - number.width - .points(12)
            pages[position].draw(
                PDFText.printed(made, size: 8).cut(to: room), x: Self.left, baseline: baseline, .grey)
            pages[position].draw(number, x: Self.right - number.width, baseline: baseline, .grey)
        }
    }
}
