import BudgetDomain
import BudgetOperations
import Testing

@Suite(.timeLimit(.minutes(10))) struct PrivilegePagesTests {
    @Test func `where nobody may grant the privilege, the page says whose act the first grant is`() async throws {
        try await RunningSite.run { site in
            let (browser, vic) = (Browser(site), try await DirectoryPagesTests.id(of: "vic", site))
            _ = try await browser.signIn("vic")

            let page = try await browser.get("/directory/\(vic)").text
            #expect(page.contains("The first grant comes from the server’s command line"))
            #expect(page.contains("<code>plumbline user allow-accounting vic@halvorsen.example</code>"))
            #expect(page.contains("Nobody in this company may grant Can Push to Accounting yet."))
            let asked = try await browser.submit(
                ["wish": "ask", "comment": ""], to: "/directory/\(vic)/privilege", from: "/account")
            #expect(asked.status == 409)
            #expect(asked.refusals == ["Nobody in this company may grant Can Push to Accounting yet."])
        }
    }

    @Test func `a request lands on the pages of those who may grant it, and is granted there`() async throws {
        try await RunningSite.run { site in
            let vic = try await DirectoryPagesTests.id(of: "vic", site)
            _ = try await site.plumbline.grantAccountingPrivilege(
                to: "ada@halvorsen.example", in: site.company.id, by: .commandLine)
            let (asking, granting) = (Browser(site), Browser(site))
            _ = try await asking.signIn("vic")
            _ = try await granting.signIn()

            let asked = try await asking.submit(
                ["wish": "ask", "comment": "Ben is <away>"], to: "/directory/\(vic)/privilege",
                from: "/directory/\(vic)")
            #expect(asked.location == "/directory/\(vic)")
            let waiting = try await asking.get("/directory/\(vic)").text
            #expect(waiting.contains("Your request is with those who may grant it."))
            #expect(waiting.contains("The answer is due from Ada."))
            let page = try await granting.get("/directory/\(vic)").text
            #expect(page.contains("Vic asks for it"))
            #expect(page.contains(": “Ben is &lt;away&gt;”"))
            let silent = try await granting.submit(
                ["wish": "decline", "comment": ""], to: "/directory/\(vic)/privilege", from: "/directory/\(vic)")
            #expect(silent.refusals == ["A request is declined with a comment."])
            #expect(silent.text.contains("Say why: whoever asked reads it on their own page in the Directory."))
            let granted = try await granting.submit(
                ["wish": "grant", "comment": "until July"], to: "/directory/\(vic)/privilege",
                from: "/directory/\(vic)")
            #expect(granted.location == "/directory/\(vic)")

            let person = try await site.plumbline.person(email: "vic@halvorsen.example", of: site.company.id)
            #expect(person.accountingPrivilege == AccountingPrivilege(grantedBy: "Ada", grantedAt: site.time.now))
            #expect(try await asking.get("/directory/\(vic)").text.contains("until July"))
        }
    }

    @Test func `nobody grants the privilege who may not, himself least of all`() async throws {
        try await RunningSite.run { site in
            let (browser, ada) = (Browser(site), try await DirectoryPagesTests.id(of: "ada", site))
            _ = try await browser.signIn()

            let page = try await browser.get("/directory/\(ada)").text
            #expect(page.contains(#"aria-disabled="true" aria-describedby="why-not-grant">Grant it</button>"#))
            #expect(
                page.contains(
                    "Ada may not grant Can Push to Accounting: that needs Directory Admin and Can Push to Accounting."))
            let granted = try await browser.submit(
                ["wish": "grant"], to: "/directory/\(ada)/privilege", from: "/directory/\(ada)")
            #expect(granted.status == 403)
            let person = try await site.plumbline.person(email: "ada@halvorsen.example", of: site.company.id)
            #expect(person.accountingPrivilege == nil)
        }
    }

    @Test func `why somebody cannot do something is answered with who lifts it`() async throws {
        try await RunningSite.run { site in
            let (browser, vic) = (Browser(site), try await DirectoryPagesTests.id(of: "vic", site))
            _ = try await browser.signIn()
            func answer(_ act: String, _ project: String = "") async throws -> String {
                try await browser.get("/directory/\(vic)?act=\(act)&project=\(project)").text
            }

            let lock = try await answer("lock+the+budget", "1001")
            #expect(lock.contains("Vic may not lock the budget on project 1001"))
            #expect(lock.contains("<li>It needs Budget Admin; Vic has Budget Read Only. Ada can raise it.</li>"))
            #expect(lock.contains("<li>Or: It needs the right Lock Budget, which Vic lacks. Ada can give it.</li>"))
            let accept = try await answer("accept+or+reject+an+export+to+accounting")
            #expect(accept.contains("plumbline user allow-accounting vic@halvorsen.example"))
            #expect(try await answer("view+the+budget").contains("Nothing else stands in the way."))
            #expect(try await answer("view+the+budget", "9999").contains("There is no project “9999”."))
        }
    }
}
