import BudgetDomain
import BudgetOperations
import Testing

@Suite(.timeLimit(.minutes(10))) struct DashboardPageTests {
    @Test func `what waits leads to where it is done`() async throws {
        try await RunningSite.run { site in
            let vic = try await DirectoryPagesTests.id(of: "vic", site)
            _ = try await site.plumbline.grantAccountingPrivilege(
                to: "ada@halvorsen.example", in: site.company.id, by: .commandLine)
            try await site.plumbline.requestAccountingPrivilege(
                reason: "", in: site.company.id, by: ID(vic))
            let ada = try await site.plumbline.person(email: "ada@halvorsen.example", of: site.company.id)
            try await site.plumbline.lockBudget(of: "1001", in: site.company.id, by: ada.id)
            let browser = Browser(site)
            _ = try await browser.signIn()

            let page = try await browser.get("/").text

            #expect(page.contains("Waits for you: 2"))
            #expect(page.contains(#"<a href="/directory/\#(vic)">A request for Can Push to Accounting</a>"#))
            #expect(page.contains("A budget to send</a>"))
            #expect(page.contains("1001, Harbour &lt;Street&gt; &amp; Clinic"))
            #expect(page.contains("What is sent waits until a connection is set up."))
            #expect(page.contains("None. Every budget is open for changes."))
        }
    }

    @Test func `an open budget with lines leads to its project`() async throws {
        try await BudgetScene.run { scene in
            let page = try await scene.browser().get("/").text

            #expect(page.contains("Waits for you: 1"))
            #expect(page.contains(#"<a href="/projects/1001">An open budget to lock and send</a>"#))
            #expect(page.contains("Lock it when its amounts are right; then it can be sent to ERP."))
        }
    }

    @Test func `whoever has nothing to do reads that`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn("vic")

            #expect(try await browser.get("/").text.contains("Nothing waits for you"))
        }
    }

    @Test func `a Web Connector that does not call is said to be late`() async throws {
        try await RunningSite.run { site in
            let made = try await site.plumbline.addConnection(to: site.company.id, by: .commandLine)
            _ = try await site.plumbline.signInConnector(userName: made.connection.userName, password: made.password)
            try await site.plumbline.storeContacts()
            let browser = Browser(site)
            _ = try await browser.signIn()

            #expect(try await browser.get("/").text.contains("On time"))
            site.time.move(seconds: 31 * 60)
            let late = try await browser.get("/").text
            #expect(late.contains("The Web Connector does not call"))
            #expect(late.contains("What was accepted waits, and nothing is lost."))
        }
    }
}
