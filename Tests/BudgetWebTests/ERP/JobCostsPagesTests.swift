import BudgetDomain
import BudgetOperations
import QuickBooksEmulators
import Testing

@testable import BudgetWeb

@Suite(.timeLimit(.minutes(10))) struct JobCostsPagesTests {
    @Test func `the report shows estimate and costs, and each cost leads to its documents`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.spend()
            let browser = try await office.approversBrowser()

            let report = try await browser.get("/projects/2001/job-costs")
            #expect(
                report.shown.rows == [
                    [
                        "03-100", "03-100", "160,250.25", "0.00", "0.00", "160,250.25", "88,120.50", "0.00",
                        "72,129.75",
                    ],
                    [
                        "09-900", "09-900", "8,999.25", "0.00", "123.45", "9,122.70", "9,500.00", "50.00",
                        "minus (377.30)",
                    ],
                    ["Uncoded", "on no cost code", "0.00", "0.00", "0.00", "0.00", "440.00", "0.00", "minus (440.00)"],
                    [
                        "Total", "", "169,249.50", "0.00", "123.45", "169,372.95", "98,060.50", "50.00", "71,312.45",
                    ],
                ])
            #expect(report.shown.fact("Confirmed") == "4 of 4 accepted lines were read back")
            let uncoded = try #require(report.shown.link("440.00"))
            #expect(uncoded == "/projects/2001/job-costs/documents?code=Uncoded")
            #expect(
                try await browser.get(uncoded).shown.rows.map { Array($0.prefix(6)) } == [
                    ["2026-02-01", "bill", "B-17", "Nordic Formwork", "Job Expenses", "440.00"],
                    ["Total", "", "", "", "", "440.00"],
                ])
        }
    }

    @Test func `the charts say in words and figures what they draw`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.spend()
            let browser = try await office.approversBrowser()

            let page = try await browser.get("/projects/2001/job-costs")

            #expect(
                page.bars == [
                    "/projects/2001/job-costs#report Original 169,249.50",
                    "/projects/2001/modifications Modifications 0.00",
                    "/projects/2001/job-costs#report Typed in QuickBooks 123.45",
                    "/projects/2001/job-costs#report Revised 169,372.95",
                    "/projects/2001/job-costs/documents Actual 98,060.50",
                    "/projects/2001/job-costs#report Remaining 71,312.45",
                    "/projects/2001/job-costs?division=03#report 03 budget 160,250.25",
                    "/projects/2001/job-costs/documents?division=03 03 actual 88,120.50",
                    "/projects/2001/job-costs?division=09#report 09 budget 9,122.70",
                    "/projects/2001/job-costs/documents?division=09 09 actual 9,500.00 over by 377.30",
                    "/projects/2001/job-costs?division=Uncoded#report Uncoded budget 0.00",
                    "/projects/2001/job-costs/documents?division=Uncoded Uncoded actual 440.00 over by 440.00",
                ])
        }
    }

    @Test func `a division alone has its name above it and its own sum below it, where its bar leads`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.spend()
            let browser = try await office.approversBrowser()

            let page = try await browser.get("/projects/2001/job-costs?division=09")

            let figures = ["8,999.25", "0.00", "123.45", "9,122.70", "9,500.00", "50.00", "minus (377.30)"]
            #expect(page.shown.rows == [["09-900", "09-900"] + figures, ["Total", ""] + figures])
            #expect(page.text.contains("<caption>Job Costs Report of 2001, division 09, amounts in USD</caption>"))
            #expect(page.text.contains("<section id=\"report\">"))
            #expect(page.text.contains("/projects/2001/job-costs/documents?division=09"))
            #expect(try await browser.get("/projects/2001/job-costs?division=77").shown.rows.isEmpty)
        }
    }

    @Test func `what was spent and what is only committed are added up apart, as the report says them`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.spend()
            let browser = try await office.approversBrowser()

            let division = try await browser.get("/projects/2001/job-costs/documents?division=09")

            #expect(
                division.shown.rows.map { [$0[0], $0[1], $0[5]] } == [
                    ["2026-02-11", "check", "9,500.00"], ["Total", "", "9,500.00"],
                    ["2026-02-12", "purchase order", "50.00"], ["Total", "", "50.00"],
                ])
            #expect(division.text.contains("<caption>Costs, amounts in USD</caption>"))
            #expect(division.text.contains("<caption>Committed, not yet a cost, amounts in USD</caption>"))
            let concrete = try await browser.get("/projects/2001/job-costs/documents?division=03")
            #expect(concrete.shown.rows.map { $0[5] } == ["88,120.50", "88,120.50"])
            let all = try await browser.get("/projects/2001/job-costs/documents").shown.rows
            #expect(all.count == 6)
            #expect(all.filter { $0[0] == "Total" }.map { $0[5] } == ["98,060.50", "50.00"])
        }
    }

    @Test func `the totals of documents are of every page`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.spend()
            for _ in 1...50 {
                try office.books.addCost(
                    .check, payee: "Painters", date: "2026-02-20",
                    lines: [.item("09-900", cents: 1_00, job: "Harbour Health:=Mill Road")])
            }
            try await office.plumbline.requestJobCosts(in: office.company, by: office.approver.id)
            site.time.move(seconds: 600)
            await office.poll()
            let browser = try await office.approversBrowser()

            let first = try await browser.get("/projects/2001/job-costs/documents?division=09")
            let second = try await browser.get("/projects/2001/job-costs/documents?division=09&page=2")

            let totals = [["Total of all pages", "9,550.00"], ["Total of all pages", "50.00"]]
            #expect(first.shown.rows.count == 52)
            #expect(first.shown.rows.suffix(2).map { [$0[0], $0[5]] } == totals)
            #expect(
                second.shown.rows.map { [$0[0], $0[5]] } == [
                    ["2026-02-20", "1.00"], totals[0], ["2026-02-12", "50.00"], totals[1],
                ])
        }
    }

    @Test func `the report of a project and of all jobs are downloaded as CSV`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.spend()
            let browser = try await office.approversBrowser()

            let one = try await browser.get("/projects/2001/job-costs/csv")
            #expect(one.headers["content-disposition"] == "attachment; filename=\"job-costs-2001.csv\"")
            #expect(
                one.text == """
                    Cost Code,Title,Original Estimate,Budget Changes,Typed in QuickBooks,Revised Estimate,\
                    Job to Date Cost,Committed,Remaining\r
                    03-100,03-100,160250.25,0.00,0.00,160250.25,88120.50,0.00,72129.75\r
                    09-900,09-900,8999.25,0.00,123.45,9122.70,9500.00,50.00,-377.30\r
                    Uncoded,on no cost code,0.00,0.00,0.00,0.00,440.00,0.00,-440.00\r
                    Total,,169249.50,0.00,123.45,169372.95,98060.50,50.00,71312.45\r

                    """)
            #expect(
                try await browser.get("/erp/job-costs/csv").text == """
                    Project,Name,Original Estimate,Budget Changes,Typed in QuickBooks,Revised Estimate,\
                    Job to Date Cost,Committed,Uncoded Cost\r
                    2001,'=Mill Road,169249.50,0.00,123.45,169372.95,98060.50,50.00,440.00\r

                    """)
        }
    }

    @Test func `the company's report is filtered by job, and asks for new figures`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.spend()
            let browser = try await office.approversBrowser()

            let all = try await browser.get("/erp/job-costs")
            #expect(
                all.shown.rows == [
                    [
                        "2001", "=Mill Road", "169,249.50", "0.00", "123.45", "169,372.95", "98,060.50", "50.00",
                        "440.00",
                    ]
                ])
            #expect(try await browser.get("/erp/job-costs?job=2001").shown.rows.last?.last == "71,312.45")
            #expect(try await browser.get("/erp/job-costs?job=none").status == 404)

            let asked = try await browser.submit(["job": "2001"], to: "/erp/job-costs")
            #expect(asked.location == "/erp/job-costs?job=2001")
            let fromReport = try await browser.submit([:], to: "/projects/2001/job-costs")
            #expect(fromReport.location == "/projects/2001/job-costs")
            site.time.move(seconds: 600)
            await office.poll()
            #expect(
                try await browser.get("/projects/2001/job-costs").shown.fact("Costs read") == "2026-03-02 09:10 UTC")
        }
    }

    @Test func `a project manager reads the report, and sees who may have it updated`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.spend()
            let browser = Browser(site)
            _ = try await browser.signIn("mia")

            let report = try await browser.get("/projects/2001/job-costs")

            #expect(report.status == 200)
            #expect(report.shown.reasons.map { $0.prefix(27) } == ["Mia may not view the lists "])
            let other = Browser(site)
            _ = try await other.signIn("vic")
            #expect(try await other.get("/projects/2001/job-costs").status == 403)
        }
    }

    @Test(arguments: [
        ("03-100", "03"), ("03", "03"), ("03.100", "03"), ("03-100:Labor", "03"), ("0310", "0310"), ("", ""),
    ]) func `a division is what a cost code begins with`(code: String, division: String) {
        #expect(Divisions.name(of: code) == division)
    }

    @Test(arguments: [("=1+1", "'=1+1"), ("-5", "'-5"), ("@a", "'@a"), ("\t=1", "'\t=1"), ("a=1", "a=1"), ("", "")])
    func `a text that a spreadsheet would calculate stays a text`(text: String, guarded: String) {
        #expect(CSVTable.guarded(text) == guarded)
    }

    @Test func `commas, quotes and line ends stay within their field`() {
        var table = CSVTable(titles: ["a"])
        table.add(["x,y", "say \"no\"", "two\r\nlines", "plain"])
        #expect(table.text == "a\r\n\"x,y\",\"say \"\"no\"\"\",\"two\r\nlines\",plain\r\n")
    }
}

extension Browser.Answer {
    /// The bars of the charts: where each leads, its title and its figure.
    fileprivate var bars: [String] {
        text.matches(of: /<li><a href="([^"]*)"><span class="chart-title">(.*?)<\/a><\/li>/.dotMatchesNewlines())
            .map { bar in
                let words = String(bar.2).replacing(/<[^>]*>/, with: " ")
                return ([String(bar.1)] + words.split(separator: " ").map(String.init)).joined(separator: " ")
            }
    }
}
