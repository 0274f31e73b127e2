import BudgetDomain
import BudgetOperations
import QuickBooksEmulators
import Testing

@Suite(.timeLimit(.minutes(10))) struct AcceptingTests {
    @Test func `the Budget tab lists what waits, with counts`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.sendBudget()
            let browser = try await office.approversBrowser()

            let list = try await browser.get("/erp/budgets")

            #expect(
                list.shown.tabs == [
                    "Jobs", "Standard Cost Codes", "Budget", "Job Costs", "Connections", "Log", "Ready to Export 1",
                    "Differs 0", "Failed to Export 0", "Exporting 0", "Synced 0", "Returned 0", "All 1",
                ])
            #expect(
                list.shown.rows == [
                    [
                        "2001", "Mill Road", "1", "Ready to Export", "Mia", "2026-03-02 09:00 UTC", "4", "169,249.50",
                        "Details of 2001",
                    ]
                ])
            #expect(try await browser.get("/erp/budgets?q=harbour").shown.rows == [])
            #expect(try await browser.get("/erp/budgets?filter=all&q=MILL").shown.rows.count == 1)
            #expect(try await browser.get("/erp").location == "/erp/budgets")
        }
    }

    @Test func `the details show the updates, what QuickBooks will hold and the checks`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            _ = try await office.plumbline.addCostCodes(
                [CostCodeDraft(code: "03-100", title: "Footings")], to: office.company, by: .commandLine)
            try await office.sendBudget()
            let browser = try await office.approversBrowser()

            let details = try await browser.get("/erp/budgets/2001")

            #expect(
                Array(details.shown.rows.prefix(8)) == [
                    ["03-100 Footings", "L Labor", "120,000.25", "0.00", "120,000.25"],
                    ["03-100 Footings", "M Materials", "40,250.00", "0.00", "40,250.00"],
                    ["09-900", "O Other", "minus (1,000.75)", "0.00", "minus (1,000.75)"],
                    ["09-900", "L Labor", "10,000.00", "0.00", "10,000.00"],
                    ["Total", "", "169,249.50", "0.00", "169,249.50"],
                    ["03-100", "0.00", "160,250.25"], ["09-900", "0.00", "8,999.25"],
                    ["Estimate", "0.00", "169,249.50"],
                ])
            #expect(details.shown.rows.filter { $0.count == 5 && $0[1] == "Sound" }.count == 11)
            #expect(
                details.shown.steps == [
                    "Done: Sent to ERP by Mia 2026-03-02 09:00 UTC 4 lines, 169,249.50 USD in all.",
                    "Under way: Acceptance It waits for an accounting approver.",
                    "Still to come: Handed to the Web Connector", "Still to come: Written in QuickBooks",
                    "Still to come: Read back from QuickBooks",
                    "Still to come: Visible in the Job Costs Report As soon as what is read back agrees.",
                ])
            #expect(details.shown.buttons == ["Back to the list", "Accept", "Reject"])
        }
    }

    @Test func `accepting is two acts, and ends when QuickBooks was read back`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.sendBudget()
            let browser = try await office.approversBrowser()
            let accept = try #require(try await browser.get("/erp/budgets/2001").shown.link("Accept"))

            let caution = try await browser.get(accept)
            #expect(caution.text.contains("This cannot be taken back."))
            #expect(caution.shown.fact("Estimate afterwards") == "169,249.50 USD")
            #expect(try await office.state() == .readyToExport)
            let seen = try #require(caution.shown.hidden("seen"))
            let done = try await browser.submit(["seen": seen], to: "/erp/budgets/2001/export", from: accept)
            #expect(done.location == "/erp/budgets/2001")
            let queued = try await browser.get("/erp/budgets/2001")
            #expect(queued.text.contains("Accepted. The Web Connector&apos;s next call writes it"))
            #expect(queued.shown.steps[1] == "Done: Accepted by Ben, and queued 2026-03-02 09:00 UTC")

            await office.poll()
            let synced = try await browser.get("/erp/budgets/2001")
            let visible = "Done: Visible in the Job Costs Report 2026-03-02 09:00 UTC "
            #expect(synced.shown.steps.last == visible + "QuickBooks holds exactly what was accepted.")
            #expect(office.books.estimates.map(\.totalCents) == [16_924_950])
        }
    }

    @Test func `what was not on the screen is not accepted`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.sendBudget()
            let browser = try await office.approversBrowser()
            let accept = try #require(try await browser.get("/erp/budgets/2001").shown.link("Accept"))

            let refused = try await browser.submit(["seen": "0"], to: "/erp/budgets/2001/export", from: accept)

            #expect(refused.status == 409)
            #expect(refused.refusals == [Refusal.previewHasChanged.sentence])
            #expect(refused.shown.buttons == [])
            #expect(try await office.state() == .readyToExport)
        }
    }

    @Test func `what QuickBooks would refuse has to be ticked`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.sendBudget()
            office.books.preferences.isUsingEstimates = false
            try await office.plumbline.requestJobCosts(in: office.company, by: office.approver.id)
            await office.poll()
            let browser = try await office.approversBrowser()
            let accept = try #require(try await browser.get("/erp/budgets/2001").shown.link("Accept"))
            let seen = try #require(try await browser.get(accept).shown.hidden("seen"))

            let unticked = try await browser.submit(["seen": seen], to: "/erp/budgets/2001/export", from: accept)
            #expect(unticked.status == 422)
            #expect(try await office.state() == .readyToExport)

            let ticked = try await browser.submit(
                ["seen": seen, "doubts": "mended"], to: "/erp/budgets/2001/export", from: accept)
            #expect(ticked.location == "/erp/budgets/2001")
        }
    }

    @Test func `a budget is rejected with a comment, which its owner reads`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.sendBudget()
            let browser = try await office.approversBrowser()

            let without = try await browser.submit(["comment": " "], to: "/erp/budgets/2001/reject")
            #expect(without.status == 422)
            #expect(without.refusals == [Refusal.rejectionNeedsComment.sentence])
            let with = try await browser.submit(
                ["comment": "Crane is <missing>"], to: "/erp/budgets/2001/reject")

            #expect(with.location == "/erp/budgets")
            #expect(
                try await browser.get("/erp/budgets?filter=returned").shown.rows.map { $0[3] } == ["Rejected"])
            #expect(
                try await browser.get("/erp/budgets/2001").text.contains("It was rejected: Crane is &lt;missing&gt;"))
        }
    }

    @Test func `whoever may not push to accounting sees why beside the controls`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.sendBudget()
            let browser = Browser(site)
            _ = try await browser.signIn("ada")

            let details = try await browser.get("/erp/budgets/2001")

            #expect(details.shown.buttons == ["Back to the list"])
            #expect(details.shown.reasons.count == 2)
            #expect(
                details.shown.reasons.allSatisfy {
                    $0.hasPrefix("Ada may not accept or reject an export to accounting")
                })
            let forced = try await browser.submit(["comment": "No"], to: "/erp/budgets/2001/reject")
            #expect(forced.status == 403)
            #expect(try await office.state() == .readyToExport)
        }
    }

    @Test func `the tabs are closed to who has nothing to do in ERP Integrations`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.sendBudget()
            let browser = Browser(site)
            _ = try await browser.signIn("mia")

            for path in [
                "/erp/budgets", "/erp/budgets/2001", "/erp/jobs", "/erp/cost-codes", "/erp/job-costs",
                "/erp/connections", "/erp/log", "/erp/several-budgets", "/erp/job-costs/csv",
                "/erp/job-costs/pdf",
            ] {
                #expect(try await browser.get(path).status == 403, "\(path)")
            }
        }
    }

    @Test func `several budgets are accepted at once, each bound to what was seen`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.sendBudget(of: "2001", name: "Mill Road")
            try await office.sendBudget(of: "2002", name: "Quay")
            let browser = try await office.approversBrowser()

            let page = try await browser.get("/erp/several-budgets")
            #expect(
                page.shown.rows.map { Array($0.prefix(4)) } == [
                    ["2001", "Mill Road", "169,249.50", "Sound"], ["2002", "Quay", "169,249.50", "Sound"],
                ])
            let token = try #require(page.shown.hidden("form-token"))
            let choices = page.text.matches(of: /name="accept" value="([^"]*)"/).map { String($0.1) }
            let body =
                ["form-token=\(token)", "accept=2001%20stale"]
                + choices.filter { $0.hasPrefix("2002") }.map { "accept=\($0.replacing(" ", with: "%20"))" }
            let result = try await browser.post(body.joined(separator: "&"), to: "/erp/several-budgets")

            #expect(result.shown.rows[1] == ["2002", "Accepted"])
            #expect(result.shown.rows[0][1].hasPrefix("Not accepted \(Refusal.previewHasChanged.sentence)"))
            #expect(try await office.state(of: "2001") == .readyToExport)
            #expect(try await office.state(of: "2002") == .queued)
        }
    }
}
