import BudgetDomain
import BudgetOperations
import QuickBooksEmulators
import Testing

@Suite(.timeLimit(.minutes(10))) struct TroublePagesTests {
    @Test func `a failed export says what happened, who mends it and how, and goes again`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.sendBudget()
            office.books.preferences.isUsingEstimates = false
            try await office.accept()
            let browser = try await office.approversBrowser()

            let failed = try await browser.get("/erp/budgets/2001")
            #expect(failed.shown.fact("Code") == "estimates-off")
            #expect(failed.shown.fact("Who mends it") == "the administrator of QuickBooks")
            #expect(
                failed.shown.buttons == [
                    "Back to the list", "Download the evidence", "Download the certificate", "Export again", "Reject",
                ])

            office.books.preferences.isUsingEstimates = true
            let again = try await browser.submit([:], to: "/erp/budgets/2001/export-again", from: "/erp/budgets/2001")
            #expect(again.location == "/erp/budgets/2001")
            await office.poll()
            #expect(try await office.state() == .synced)
            let twice = try await browser.submit([:], to: "/erp/budgets/2001/export-again", from: "/account")
            #expect(twice.status == 409)
        }
    }

    @Test func `a difference shows three amounts, and is kept`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.differ()
            let browser = try await office.approversBrowser()

            let compare = try await browser.get("/erp/budgets/2001/compare")
            #expect(
                compare.shown.rows == [
                    ["03-100.M", "40,250.00", "40,250.00", "40,250.01", "–", "Differs"],
                    [
                        "2026-03-02 09:00 UTC",
                        "The line of 03-100.M is 40,250.01 in QuickBooks and 40,250.00 as accepted.",
                        "2026-03-02 09:00 UTC", "2026-01-05 08:00 UTC", "–", "Not yet",
                    ],
                ])
            #expect(try await browser.get("/erp/budgets/2001/compare?lines=all").shown.rows.count == 5)
            let seen = try #require(compare.shown.hidden("seen"))
            let stale = try await browser.submit(
                ["decision": "keep", "seen": "0"], to: "/erp/budgets/2001/compare")
            #expect(stale.refusals == [Refusal.previewHasChanged.sentence])

            let kept = try await browser.submit(
                ["decision": "keep", "seen": seen], to: "/erp/budgets/2001/compare")
            #expect(kept.location == "/erp/budgets/2001")
            await office.poll()
            #expect(try await office.state() == .synced)
            #expect(office.books.estimates.map(\.totalCents) == [16_924_951])
        }
    }

    @Test func `a difference is written again`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.differ()
            let browser = try await office.approversBrowser()
            let seen = try #require(try await browser.get("/erp/budgets/2001/compare").shown.hidden("seen"))

            let answer = try await browser.submit(
                ["decision": "write-again", "seen": seen], to: "/erp/budgets/2001/compare")

            #expect(answer.location == "/erp/budgets/2001")
            #expect(
                try await browser.get("/erp/budgets/2001").text.contains("What was approved is to be written again."))
            for page in ["/erp/budgets/2001", "/erp/budgets/2001/compare", "/projects/2001/erp"] {
                #expect(try await browser.get(page).shown.badges.first == "Writing again", "\(page)")
            }
            #expect(
                try await browser.get("/erp/budgets/2001/compare").text.contains(
                    "It is decided: what was approved is being written again."))
            #expect(
                try await browser.get("/projects/2001").shown.actReasons == [
                    "Unlock Budget You cannot unlock the budget: what was accepted is being written to QuickBooks "
                        + "again. Wait for the next run of the QuickBooks Web Connector.",
                    "Re-send to ERP You cannot send or re-send the budget to ERP: what was accepted is being written "
                        + "to QuickBooks again. Wait for the next run of the QuickBooks Web Connector.",
                    "Create Budget Modification You cannot create budget modifications: what was accepted is being "
                        + "written to QuickBooks again. Wait for the next run of the QuickBooks Web Connector.",
                ])
            await office.poll()
            #expect(office.books.estimates.map(\.totalCents) == [16_924_950])
        }
    }

    @Test func `a session says from which computer it was called`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.plumbline.requestJobCosts(in: office.company, by: office.approver.id)

            try await office.pollOverTheNetwork()

            let sessions = try await office.plumbline.connectorSessions(of: office.company, page: 1).rows
            #expect(sessions.map(\.address) == ["127.0.0.1"])
        }
    }

    @Test func `the log tells of sessions, requests and troubles without secrets`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.sendBudget()
            office.books.inject(InjectedStatus(code: 3180, message: "There was an error", strikesWritesOnly: true))
            try await office.accept()
            let browser = try await office.approversBrowser()

            let sessions = try await browser.get("/erp/log")
            #expect(sessions.shown.rows.map { $0[2] }.allSatisfy { $0 == "Over" })
            #expect(sessions.shown.rows.count == 2)
            let newest = try #require(sessions.text.firstMatch(of: /\/erp\/log\/sessions\/([0-9a-f]{12})"/)?.1)
            let session = try await browser.get("/erp/log/sessions/\(newest)")
            #expect(session.shown.fact("From") == "192.0.2.7")
            #expect(try await browser.get("/erp/budgets/2001").text.contains("It called from 192.0.2.7."))
            let exchanges = session.shown.rows.filter { $0.last?.hasPrefix("T") == true }
            // The clock stands still, so their order is any.
            #expect(
                exchanges.map { "\($0[2]): \($0[3])" }.sorted() == [
                    "looking up what is there: Taken in", "looking up what is there: Taken in",
                    "opening QuickBooks: Taken in", "reading back: Taken in", "reading back: Taken in",
                    "writing the estimate: Taken in", "writing the estimate: Trouble: 3180",
                ])
            let opening = try #require(exchanges.first { $0[2] == "opening QuickBooks" }?.last)
            let exchange = try await browser.get("/erp/log/transcripts/\(opening)")
            #expect(exchange.shown.fact("While") == "opening QuickBooks")
            #expect(exchange.text.contains("CompanyQueryRs"))
            #expect(exchange.text.contains("/erp/log/sessions/\(newest)"))
            #expect(try await browser.get("/erp/log/sessions/none").status == 404)
            let requests = try await browser.get("/erp/log?view=requests")
            let id = try #require(requests.shown.rows.first { $0[1] == "estimate" }?.first)
            let request = try await browser.get("/erp/log/requests/\(id)")
            #expect(request.text.contains("EstimateAddRq"))
            let troubles = try await browser.get("/erp/log?view=troubles")
            #expect(troubles.shown.rows.map { $0[3] } == ["3180"])
            let transcript = try #require(troubles.shown.rows.first?.first)
            #expect(try await browser.get("/erp/log/transcripts/\(transcript)").shown.fact("Code") == "3180")
            #expect(try await browser.get("/erp/log/requests/none").status == 404)
            #expect(try await browser.get("/erp/log/transcripts/none").status == 404)
        }
    }
}

extension Office {
    /// Brings the budget to QuickBooks, where a bookkeeper then changes one line by a cent.
    fileprivate func differ() async throws {
        try await sendBudget()
        try await accept()
        guard let estimate = books.estimates.first else { throw OfficeProblem(text: "no estimate") }
        try books.setAmount(ofLine: 1, inEstimate: estimate.txnID, cents: 4_025_001)
        try await plumbline.requestJobCosts(in: company, by: approver.id)
        await poll()
    }
}
