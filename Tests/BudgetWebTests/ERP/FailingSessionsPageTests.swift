import BudgetDomain
import BudgetOperations
import QuickBooksEmulators
import Testing

@testable import BudgetWeb

@Suite(.timeLimit(.minutes(10))) struct FailingSessionsPageTests {
    @Test(
        arguments: [
            (.closed, "The Web Connector could not start QuickBooks."),
            (.singleUser, "The company file is open in another mode, single-user or multi-user."),
        ] as [(QuickBooksState, String)])
    func `a connector that calls and cannot open the company file is no green one`(
        quickBooks: QuickBooksState, cause: String
    ) async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.sendBudget()
            _ = try await office.plumbline.acceptExport(of: "2001", in: office.company, by: office.approver.id)
            await office.poll(finding: quickBooks)
            site.time.move(seconds: 120)
            await office.poll(finding: quickBooks)
            try await office.plumbline.storeContacts()
            let browser = try await office.approversBrowser()

            let waits = "The Web Connector called, but its sessions have failed since 2026-03-02 09:00 UTC: \(cause)"
            for page in ["/", "/erp/connections"] {
                let text = try await browser.get(page).text
                #expect(text.contains("Calls, but fails") && !text.contains("On time"), "\(page)")
                #expect(text.contains("<h2>The Web Connector calls, but its sessions fail</h2>"), "\(page)")
            }
            for page in ["/", "/projects/2001", "/projects/2001/erp", "/erp/budgets/2001"] {
                let text = try await browser.get(page).text
                #expect(text.contains(waits) && !text.contains("waits for the next call"), "\(page)")
            }

            await office.poll()
            let text = try await browser.get("/").text
            #expect(text.contains("On time") && !text.contains("sessions fail"))
        }
    }

    @Test func `a connector that has stopped calling is late, whatever its last session met`() async throws {
        try await RunningSite.run { site in
            let office = try await Office(site)
            try await office.sendBudget()
            _ = try await office.plumbline.acceptExport(of: "2001", in: office.company, by: office.approver.id)
            await office.poll(finding: .closed)
            try await office.plumbline.storeContacts()
            let connection = try #require(try await office.plumbline.connection(of: office.company))
            let failure = try #require(connection.failure)

            #expect(Heartbeat(of: connection, now: site.time.now) == .failing(failure))
            #expect(Heartbeat(of: connection, now: site.time.now.adding(seconds: 1_801)) == .late)
        }
    }
}
