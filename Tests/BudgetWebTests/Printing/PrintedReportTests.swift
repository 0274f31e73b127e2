import BudgetDomain
import Testing

@testable import BudgetWeb

@Suite struct PrintedReportTests {
    @Test func `columns are named on every page, and every row stands on one`() throws {
        let pdf = try DrawnPDF(report(rows: 300).file(named: "costs.pdf").bytes)

        #expect(pdf.pages.count == 9)
        #expect(pdf.pages.map(\.last) == (1...9).map { [Self.foot, "Page \($0) of 9"] })
        #expect(
            pdf.pages[4].prefix(2) == [
                ["Job Costs Report, 2001 Mill Road", "Halvorsen Builders"], ["Code", "Title", "Cost"],
            ])
        let rows = pdf.pages.flatMap { $0.filter { $0.first?.hasPrefix("03-") == true } }
        #expect(rows.count == 300)
        #expect(rows.first == ["03-1", "Concrete", "1.00"] && rows.last == ["03-300", "Concrete", "300.00"])
        #expect(Set(rows).count == 300)
        #expect(pdf.pages[8].suffix(2).first == ["Total", "45,150.00"])
    }

    @Test(arguments: [(31, 1, ["03-31", "Total"]), (32, 2, ["03-32", "Total"]), (33, 2, ["03-33", "Total"])])
    func `the totals never stand on a page alone`(rows: Int, count: Int, lastTwo: [String]) throws {
        let pages = try DrawnPDF(report(rows: rows).file(named: "costs.pdf").bytes).pages
        #expect(pages.count == count)
        #expect(pages.last?.dropLast().suffix(2).map(\.first) == lastTwo)
    }

    @Test func `a report without rows says so`() throws {
        var empty = report(rows: 0)
        empty.totals = []

        let pdf = try DrawnPDF(empty.file(named: "costs.pdf").bytes)

        #expect(
            pdf.pages == [
                [
                    ["Job Costs Report", "Halvorsen Builders"], ["2001 Mill Road"], ["Costs read", "not yet"],
                    ["Printed", "2026-03-02 09:00 UTC"], ["Read from QuickBooks."], ["Code", "Title", "Cost"],
                    ["No row."], [Self.foot, "Page 1 of 1"],
                ]
            ])
    }

    @Test func `long texts are cut, the largest amounts are not`() throws {
        let largest = Money(minorUnits: .min, currency: .usd).inBooks
        var wide = PrintedReport(
            title: "Job Costs Report", subject: String(repeating: "Ōtāhuhu ", count: 60), company: "Halvorsen",
            facts: [], statement: "", printedAt: Self.now,
            columns: [.text("Code"), .text("Title")] + (1...7).map { .number("Figure \($0)") },
            rows: [[String(repeating: "W", count: 31), "日本 \"½\"\nČas"] + Array(repeating: largest, count: 7)],
            whenEmpty: "")
        wide.totals = ["Total", ""] + Array(repeating: largest, count: 7)

        let lines = try DrawnPDF(wide.file(named: "costs.pdf").bytes).pages[0]

        #expect(
            lines[1] == [
                """
                Otahuhu Otahuhu Otahuhu Otahuhu Otahuhu Otahuhu Otahuhu Otahuhu Otahuhu Otahuhu Otahuhu Otahuhu \
                Otahuhu Otahuhu Otahu…
                """
            ])
        let figures = Array(repeating: "(92,233,720,368,547,758.08)", count: 7)
        #expect(lines.contains(["WWWWWWWWWWWWWWWWW…", "?? \"½\" Cas"] + figures))
        #expect(lines.contains(["Total"] + figures))
    }

    @Test func `more rows than anybody prints are refused`() {
        let refused = #expect(throws: PageProblem.self) { try report(rows: 20_001).file(named: "costs.pdf") }
        #expect(refused == .tooManyRows(most: 20_000))
        #expect(
            refused?.sentence == """
                The report has more than 20000 rows, which is the most that one PDF shows. Download it as CSV instead: \
                that holds them all.
                """)
    }

    private static let now = Instant(microsecondsSince1970: 1_772_442_000_000_000)
    private static let foot = "Halvorsen Builders, printed 2026-03-02 09:00 UTC"

    private func report(rows: Int) -> PrintedReport {
        PrintedReport(
            title: "Job Costs Report", subject: "2001 Mill Road", company: "Halvorsen Builders",
            facts: [("Costs read", "not yet")], statement: "Read from QuickBooks.", printedAt: Self.now,
            columns: [.text("Code"), .text("Title"), .number("Cost")],
            rows: (0..<rows).map { ["03-\($0 + 1)", "Concrete", "\($0 + 1).00"] }, totals: ["Total", "", "45,150.00"],
            whenEmpty: "No row.")
    }
}
