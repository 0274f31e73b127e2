import BudgetDomain
import BudgetOperations
import QuickBooksDesktop
import QuickBooksEmulators
import Testing

@Suite(.timeLimit(.minutes(10))) struct MovingTests {
    @Test func `a connection moves to another company file, and each budget is written there once`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.sendBudget()
            try await office.accept()
            #expect(try await office.state() == .synced)
            let browser = try await office.approversBrowser()
            let page = try await browser.get("/erp/connections")
            #expect(page.shown.link("Move to another company file") == "/erp/connections/move")
            let before = try #require(page.shown.fact("User name"))

            let moved = try await browser.submit(
                ["act": "move"], to: "/erp/connections", from: "/erp/connections/move")

            let after = try await office.account(on: moved)
            #expect(after.userName != before)
            #expect(moved.shown.fact("Company file") == "none yet; the first session binds it")
            #expect(moved.shown.fact("Last call") == "never")
            #expect(await office.poll().outcome == .notValidUser)

            let books = CompanyFile()
            try Office.furnish(books)
            await office.poll(as: after, with: books)
            #expect(try await office.state() == .mismatched)
            #expect(books.estimates.count == 0)

            try await office.requestLists()
            await office.poll(as: after, with: books)
            let seen = try #require(try await browser.get("/erp/budgets/2001/compare").shown.hidden("seen"))
            _ = try await browser.submit(
                ["decision": "write-again", "seen": seen], to: "/erp/budgets/2001/compare")
            await office.poll(as: after, with: books)
            #expect(try await office.state() == .synced)
            #expect(books.estimates.map(\.totalCents) == [16_924_950])
            #expect(office.books.estimates.map(\.totalCents) == [16_924_950])
        }
    }

    @Test func `what was written again without a job says so, and goes once there is one`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.sendBudget()
            try await office.accept()
            let browser = try await office.approversBrowser()
            let moved = try await browser.submit(
                ["act": "move"], to: "/erp/connections", from: "/erp/connections/move")
            let account = try await office.account(on: moved)
            let books = CompanyFile()
            try Office.furnish(books)
            await office.poll(as: account, with: books)
            let seen = try #require(try await browser.get("/erp/budgets/2001/compare").shown.hidden("seen"))

            _ = try await browser.submit(
                ["decision": "write-again", "seen": seen], to: "/erp/budgets/2001/compare")
            await office.poll(as: account, with: books)

            #expect(try await office.state() == .mismatched)
            #expect(books.estimates.count == 0)
            let compare = try await browser.get("/erp/budgets/2001/compare")
            #expect(
                compare.shown.fact("What happened")
                    == "The connection was moved to another company file, where this has not been seen.")
            #expect(compare.shown.fact("Who mends it") == "an approver")
            try await office.requestLists()
            await office.poll(as: account, with: books)
            _ = try await browser.submit(
                ["decision": "write-again", "seen": try #require(compare.shown.hidden("seen"))],
                to: "/erp/budgets/2001/compare")
            await office.poll(as: account, with: books)
            #expect(try await office.state() == .synced)
            #expect(books.estimates.map(\.totalCents) == [16_924_950])
        }
    }

    @Test func `in a copy of the old file nothing is written twice`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.sendBudget()
            try await office.accept()
            let writes = office.books.executedWrites
            let browser = try await office.approversBrowser()
            let moved = try await browser.submit(
                ["act": "move"], to: "/erp/connections", from: "/erp/connections/move")
            let account = try await office.account(on: moved)
            office.books.connect(ownerID: account.ownerID, fileID: account.fileID)

            await office.poll(as: account)
            #expect(try await office.state() == .mismatched)
            try await office.requestLists()
            await office.poll(as: account)
            await office.poll(as: account)

            #expect(try await office.state() == .synced)
            #expect(office.books.executedWrites == writes)
            #expect(office.books.estimates.map(\.totalCents) == [16_924_950])
        }
    }

    @Test func `nobody without ERP Integrations Admin moves a connection`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            let before = try await office.plumbline.connection(of: office.company)
            let browser = Browser(site)
            _ = try await browser.signIn("mia")

            #expect(try await browser.get("/erp/connections/move").status == 403)
            let answer = try await browser.submit(["act": "move"], to: "/erp/connections", from: "/account")

            #expect(answer.status == 403)
            #expect(try await office.plumbline.connection(of: office.company) == before)
        }
    }
}

extension Office {
    /// The connection as it is set up in the Web Connector from what the page shows this once.
    fileprivate func account(on answer: Browser.Answer) async throws -> ConnectorAccount {
        guard let connection = try await plumbline.connection(of: company),
            let password = answer.text.firstMatch(of: /<code>([A-Z0-9a-z]{26})<\/code>/)
        else { throw OfficeProblem(text: "no password on the page") }
        return ConnectorAccount(
            userName: connection.userName, password: String(password.1), ownerID: QWCFile.ownerID,
            fileID: "{\(connection.fileID)}")
    }
}
