import Synchronization
import Testing

@testable import BudgetWeb

@Suite(.timeLimit(.minutes(10))) struct DemoPageTests {
    @Test func `what is done to an estimate can be watched from the page, as far as somebody may see`() async throws {
        let bookkeeper = Bookkeeper()
        try await RunningSite.run(demo: bookkeeper.desk) { site in
            let office = try await Office(site)
            let browser = try await office.approversBrowser()
            #expect(try await browser.get("/demo").shown.link("ERP status of 2001") == nil)
            try await office.sendBudget()
            try await office.accept()

            let page = try await browser.get("/demo").shown
            #expect(page.link("ERP status of 2001") == "/projects/2001/erp")
            #expect(page.link("Job costs of 2001") == "/projects/2001/job-costs")
            #expect(page.link("Compare 2001") == "/erp/budgets/2001/compare")
            let manager = Browser(site)
            _ = try await manager.signIn("mia")
            let theirs = try await manager.get("/demo").shown
            #expect(theirs.link("ERP status of 2001") == "/projects/2001/erp")
            #expect(theirs.link("Compare 2001") == nil)
        }
    }

    @Test func `a switch says whether a reading follows`() async throws {
        let bookkeeper = Bookkeeper()
        try await RunningSite.run(demo: bookkeeper.desk) { site in
            let browser = Browser(site)
            _ = try await browser.signIn()

            let struck = try await browser.submit(["switch": "delete-estimate", "estimate": "1A-1"], to: "/demo")
            #expect(struck.location == "/demo")
            #expect(
                try await browser.get("/demo").text.contains(
                    "It is done to the emulated QuickBooks, and a reading of job costs is asked for: it comes within "
                        + "seconds."))
            _ = try await browser.submit(["switch": "lose-answer"], to: "/demo")
            #expect(try await browser.get("/demo").text.contains("It is done to the emulated QuickBooks."))
            #expect(bookkeeper.done == ["delete-estimate 1A-1", "lose-answer -"])
        }
    }
}

/// Notes what is asked of it, and has one estimate.
private final class Bookkeeper: Sendable {
    private let asked = Mutex<[String]>([])

    var done: [String] { asked.withLock { $0 } }

    var desk: DemoDesk {
        DemoDesk(
            state: {
                DemoState(
                    quickBooks: "Open.", connector: "On.", pending: [],
                    estimates: [DemoState.Estimate(txnID: "1A-1", job: "Harbour:Clinic", lines: 2, total: 100_00)],
                    polls: [], switches: DemoSwitch.allCases)
            },
            press: { pressed, estimate in
                self.asked.withLock { $0.append("\(pressed.rawValue) \(estimate ?? "-")") }
            })
    }
}
