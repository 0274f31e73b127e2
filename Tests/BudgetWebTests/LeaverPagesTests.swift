import BudgetDomain
import BudgetOperations
import Testing

@Suite(.timeLimit(.minutes(10))) struct LeaverPagesTests {
    @Test func `somebody is deactivated after a page that says what it means, and let back in`() async throws {
        try await RunningSite.run { site in
            let (browser, vic) = (Browser(site), try await DirectoryPagesTests.id(of: "vic", site))
            _ = try await Browser(site).signIn("vic")
            _ = try await browser.signIn()
            let active = try await browser.get("/directory/\(vic)").text
            #expect(active.contains(#"href="/directory/\#(vic)/deactivation">Deactivate Vic …</a>"#))
            let question = try await browser.get("/directory/\(vic)/deactivation").text
            #expect(
                Self.points(question) == [
                    "Vic is signed out of 1 browser, and cannot sign in any more.",
                    "Whatever Vic tries is refused. Links to set a password are worthless.",
                    "What Vic approved stays approved. Nothing of it is on its way now.",
                    "The name Vic stays in the history of budgets, exports and the audit trail.",
                    "A Directory Admin can reactivate them, with the levels that they have now.",
                ])

            let deactivated = try await browser.submit([:], to: "/directory/\(vic)/deactivation")

            #expect(deactivated.location == "/directory/\(vic)")
            let gone = try await browser.get("/directory/\(vic)").text
            #expect(gone.contains("They are deactivated, and signed out everywhere, from this moment on."))
            #expect(gone.contains("<h2>Vic is deactivated</h2>"))
            #expect(gone.contains(#"aria-describedby="why-not-link">Make a link to reset the password</button>"#))
            #expect(!gone.contains("Leaving the firm"))
            #expect(try await browser.get("/directory/\(vic)/deactivation").location == "/directory/\(vic)")
            let back = try await browser.submit(
                [:], to: "/directory/\(vic)/reactivation", from: "/directory/\(vic)")
            #expect(back.location == "/directory/\(vic)")
            #expect(try await browser.get("/directory/\(vic)").text.contains("Leaving the firm"))
            #expect(try await Browser(site).signIn("vic").status == 303)
        }
    }

    @Test func `the session dies at once, and the right password gets the page of a wrong one`() async throws {
        try await RunningSite.run { site in
            let working = Browser(site)
            _ = try await working.signIn("vic")
            #expect(try await working.get("/projects").status == 200)
            let link = try await site.plumbline.makeSignInLink(
                .reset, for: "vic@halvorsen.example", in: site.company.id, by: .commandLine)
            let wrong = try await Browser(site).signIn("vic", "otter piano brick 8")

            try await Self.deactivate("vic", site)

            #expect(try await working.get("/projects").location == "/sign-in?then=%2Fprojects")
            let right = try await Browser(site).signIn("vic")
            #expect(right.status == 422)
            #expect(Self.withoutTokens(right.text) == Self.withoutTokens(wrong.text))
            #expect(try await Browser(site).get("/password-link?link=\(link.secret)").status == 410)
        }
    }

    @Test func `the Directory shows them apart, and counts`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn()
            try await Self.deactivate("vic", site)

            let active = try await browser.get("/directory").text
            #expect(DirectoryPagesTests.people(active) == ["Ada"])
            #expect(active.contains(#"Active<span class="count"> 1</span>"#))
            #expect(active.contains(#"Deactivated<span class="count"> 1</span>"#))
            #expect(active.contains("Budget: Read Only (0)"))
            let gone = try await browser.get("/directory?group=deactivated").text
            #expect(DirectoryPagesTests.people(gone) == ["Vic"])
            #expect(gone.contains("Budget: Read Only (1)"))
            #expect(gone.contains("<td>command line</td>"))
            let again = try await browser.submit(
                ["name": "Victor", "email": "vic@halvorsen.example", "template": "viewer"], to: "/directory/add")
            #expect(again.status == 409)
            #expect(again.refusals == ["Vic is deactivated, and may do nothing in this company."])
        }
    }

    @Test func `the question names what an approver approved and is still on its way`() async throws {
        try await BudgetScene.run { scene in
            try await scene.lock()
            try await scene.send()
            try await scene.accept()
            let (browser, ben) = (Browser(scene.site), scene.approver.id.text)
            _ = try await browser.signIn()
            let refused = try await browser.get("/directory/\(ben)/deactivation")
            #expect(refused.status == 403)
            #expect(
                refused.refusals == [
                    "Ben has Can Push to Accounting, and Ada may not grant it: whoever resets how Ben signs in could "
                        + "sign in as Ben and accept exports, and deactivating Ben would take the privilege away."
                ])
            _ = try await scene.plumbline.grantAccountingPrivilege(
                to: "ada@halvorsen.example", in: scene.company, by: .commandLine)

            let question = try await browser.get("/directory/\(ben)/deactivation").text

            #expect(
                question.contains(
                    #"<li>Export 1 of project <a href="/projects/1001/erp">1001</a>, which Ben accepted, goes on its "#
                        + "way. What was approved stays approved.</li>"))
            #expect(
                Self.points(question) == [
                    "Ben cannot sign in any more.",
                    "Whatever Ben tries is refused. Links to set a password are worthless.",
                    "Can Push to Accounting is taken away, and does not come back with a reactivation.",
                    "The name Ben stays in the history of budgets, exports and the audit trail.",
                    "A Directory Admin can reactivate them, with the levels that they have now.",
                ])
        }
    }

    @Test func `the last administrator is refused, and by their own hand`() async throws {
        try await RunningSite.run { site in
            let (browser, ada) = (Browser(site), try await DirectoryPagesTests.id(of: "ada", site))
            _ = try await browser.signIn()
            let sentences = [
                "Nobody deactivates themselves, and so neither does Ada.",
                "Ada is the last Directory Admin of this company.",
            ]

            let page = try await browser.get("/directory/\(ada)").text
            #expect(page.contains(#"aria-describedby="why-not-deactivate">Deactivate Ada</button>"#))
            let question = try await browser.get("/directory/\(ada)/deactivation")
            #expect(question.status == 409)
            #expect(question.refusals == sentences)
            let done = try await browser.submit([:], to: "/directory/\(ada)/deactivation", from: "/directory/\(ada)")

            #expect(done.status == 409)
            #expect(done.refusals == sentences)
            #expect(try await browser.get("/directory/\(ada)").status == 200)
        }
    }

    @Test func `somebody below Directory Admin deactivates nobody`() async throws {
        try await RunningSite.run { site in
            let (browser, ada) = (Browser(site), try await DirectoryPagesTests.id(of: "ada", site))
            _ = try await browser.signIn("vic")

            #expect(try await browser.get("/directory/\(ada)/deactivation").status == 403)
            let done = try await browser.submit([:], to: "/directory/\(ada)/deactivation", from: "/account")

            #expect(done.status == 403)
            let person = try await site.plumbline.person(email: "ada@halvorsen.example", of: site.company.id)
            #expect(person.isActive)
        }
    }

    @Test func `why they cannot do something begins with it`() async throws {
        try await RunningSite.run { site in
            let (browser, vic) = (Browser(site), try await DirectoryPagesTests.id(of: "vic", site))
            _ = try await browser.signIn()
            try await Self.deactivate("vic", site)

            let page = try await browser.get("/directory/\(vic)?act=lock+the+budget&project=1001").text

            #expect(page.contains("Vic may not lock the budget on project 1001"))
            #expect(
                page.contains(
                    #"<ul><li>Vic is deactivated, and may do nothing in this company. <span class="quiet">"#
                        + "A Directory Admin lets them back in, on their page in the Directory, under Deactivated."
                        + "</span></li><li>It needs Budget Admin; Vic has Budget Read Only. Ada can raise it.</li>"))
        }
    }

    private static func deactivate(_ name: String, _ site: RunningSite) async throws {
        try await site.plumbline.deactivatePerson(
            "\(name)@halvorsen.example", in: site.company.id, by: .commandLine)
    }

    /// The points of the cards of the page.
    private static func points(_ page: String) -> [String] {
        page.matches(of: /<li>([^<]+)<\/li>/).map { String($0.1) }
    }

    /// Tokens of forms are written differently each time.
    private static func withoutTokens(_ page: String) -> String {
        page.replacing(/[0-9a-f]{128}/, with: "token")
    }
}
