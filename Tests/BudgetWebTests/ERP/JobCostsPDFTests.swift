import Testing

@testable import BudgetWeb

@Suite(.timeLimit(.minutes(10))) struct JobCostsPDFTests {
    @Test func `the report of a project is a PDF that says what the page says`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.spend()
            site.time.move(seconds: 300)
            let browser = try await office.approversBrowser()

            let link = try #require(try await browser.get("/projects/2001/job-costs").shown.link("Download PDF"))
            let answer = try await browser.get(link)

            #expect(link == "/projects/2001/job-costs/pdf")
            #expect(answer.headers["content-type"] == "application/pdf")
            #expect(answer.headers["content-disposition"] == "attachment; filename=\"job-costs-2001.pdf\"")
            let drawn = try DrawnPDF(answer.bytes)
            #expect(
                drawn.pages == [
                    [
                        ["Job Costs Report", "Halvorsen Builders"], ["2001 =Mill Road"],
                        ["Job in QuickBooks", "Harbour Health:=Mill Road"], ["Estimate read", "2026-03-02 09:00 UTC"],
                        ["Costs read", "2026-03-02 09:00 UTC"],
                        ["Confirmed", "4 of 4 accepted lines were read back"], ["Printed", "2026-03-02 09:05 UTC"],
                        [
                            """
                            All figures are read from QuickBooks, at the times above. Revised Estimate is Original \
                            Estimate, Budget Changes and what was typed into the estimate in QuickBooks. Committed \
                            is the open part of
                            """
                        ],
                        [
                            """
                            purchase orders. Remaining is Revised Estimate less Job to Date Cost; what is \
                            committed is not taken off. Uncoded is what stands on no cost code, so that the totals \
                            tie to the books. Amounts are in
                            """
                        ],
                        ["USD; those in parentheses are negative."],
                        ["Original", "Budget", "Typed in", "Revised", "Job to Date"],
                        [
                            "Cost Code", "Title", "Estimate", "Changes", "QuickBooks", "Estimate", "Cost",
                            "Committed", "Remaining",
                        ],
                        [
                            "03-100", "03-100", "160,250.25", "0.00", "0.00", "160,250.25", "88,120.50", "0.00",
                            "72,129.75",
                        ],
                        [
                            "09-900", "09-900", "8,999.25", "0.00", "123.45", "9,122.70", "9,500.00", "50.00",
                            "(377.30)",
                        ],
                        ["Uncoded", "on no cost code", "0.00", "0.00", "0.00", "0.00", "440.00", "0.00", "(440.00)"],
                        ["Total", "169,249.50", "0.00", "123.45", "169,372.95", "98,060.50", "50.00", "71,312.45"],
                        ["Halvorsen Builders, printed 2026-03-02 09:05 UTC", "Page 1 of 1"],
                    ]
                ])
        }
    }

    @Test(arguments: [
        ("/projects/2001/job-costs", ""), ("/projects/2001/job-costs", "?division=09"), ("/erp/job-costs", ""),
    ]) func `PDF and CSV hold the same cells`(page: String, query: String) async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.spend()
            let browser = try await office.approversBrowser()

            let csv = try await browser.get(page + "/csv" + query).text
            let pdf = try DrawnPDF(try await browser.get(page + "/pdf" + query).bytes)

            let rows = csv.split(separator: "\r\n").dropFirst().map { row in
                row.split(separator: ",").map(String.init)
            }
            let drawn = pdf.pages.flatMap(\.self).filter { line in rows.contains { $0[0] == line[0] } }
            #expect(!rows.isEmpty)
            #expect(drawn.map { $0.map(Self.plain) } == rows.map { $0.map(Self.plain) })
        }
    }

    @Test func `a division alone is printed without the totals, the uncoded row too`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.spend()
            let browser = try await office.approversBrowser()

            let page = try await browser.get("/projects/2001/job-costs?division=Uncoded").shown
            #expect(page.rows.map { $0[0] } == ["Uncoded", "Total"])
            let link = try #require(page.link("Download PDF"))
            #expect(link == "/projects/2001/job-costs/pdf?division=Uncoded")
            #expect(page.link("Download CSV") == "/projects/2001/job-costs/csv?division=Uncoded")
            let lines = try DrawnPDF(try await browser.get(link).bytes).pages[0]
            #expect(lines[1] == ["2001 =Mill Road, division Uncoded"])
            #expect(
                lines.suffix(2) == [
                    ["Uncoded", "on no cost code", "0.00", "0.00", "0.00", "0.00", "440.00", "0.00", "(440.00)"],
                    ["Halvorsen Builders, printed 2026-03-02 09:00 UTC", "Page 1 of 1"],
                ])
            let none = try DrawnPDF(try await browser.get("/projects/2001/job-costs/pdf?division=77").bytes).pages[0]
            #expect(none.suffix(2).first == ["No row of this division."])
        }
    }

    @Test func `all jobs are one PDF, and a company without a job has one that says so`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            let browser = try await office.approversBrowser()
            let empty = try DrawnPDF(try await browser.get("/erp/job-costs/pdf").bytes).pages[0]
            #expect(
                empty.suffix(2).first == [
                    "No job yet. A project shows here once it is linked with a job in QuickBooks."
                ])
            try await office.spend()

            let link = try #require(try await browser.get("/erp/job-costs").shown.link("Download PDF"))
            let answer = try await browser.get(link)

            #expect(link == "/erp/job-costs/pdf")
            #expect(answer.headers["content-disposition"] == "attachment; filename=\"job-costs.pdf\"")
            let lines = try DrawnPDF(answer.bytes).pages[0]
            #expect(
                lines.prefix(4) == [
                    ["Job Costs Report", "Halvorsen Builders"], ["All jobs"], ["Costs read", "2026-03-02 09:00 UTC"],
                    ["Printed", "2026-03-02 09:00 UTC"],
                ])
            #expect(
                lines.suffix(3).first == [
                    "Project", "Name", "Estimate", "Changes", "QuickBooks", "Estimate", "Cost", "Committed",
                    "uncoded",
                ])
            #expect(
                lines.suffix(2).first == [
                    "2001", "=Mill Road", "169,249.50", "0.00", "123.45", "169,372.95", "98,060.50", "50.00", "440.00",
                ])
        }
    }

    @Test func `who may read the report may print it, and nobody else`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.spend()
            for (name, project, company) in [("mia", 200, 403), ("vic", 403, 403), ("ben", 200, 200)] {
                let browser = Browser(site)
                _ = try await browser.signIn(name)
                #expect(try await browser.get("/projects/2001/job-costs/pdf").status == project, "\(name)")
                #expect(try await browser.get("/erp/job-costs/pdf").status == company, "\(name)")
            }
        }
    }

    /// A cell without what only one of the two writes: grouping, parentheses, the guard against formulas.
    private static func plain(_ cell: String) -> String {
        let digits = cell.replacing(",", with: "").replacing(/^\((.*)\)$/) { "-\($0.1)" }
        return digits.hasPrefix("'") ? String(digits.dropFirst()) : digits
    }
}
