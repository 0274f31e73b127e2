import BudgetDomain
import BudgetOperations
import Testing

@Suite(.timeLimit(.minutes(10))) struct SigningInPagesTests {
    @Test func `a person signs in, works and signs out`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            let asked = try await browser.get("/projects")
            #expect(asked.status == 303)
            #expect(asked.location == "/sign-in?then=%2Fprojects")

            let signedIn = try await browser.submit(
                ["email": "ada@halvorsen.example", "password": RunningSite.password, "then": "/projects"],
                to: "/sign-in", from: "/sign-in?then=%2Fprojects")
            #expect(signedIn.status == 303)
            #expect(signedIn.location == "/projects")
            let projects = try await browser.get("/projects")
            #expect(projects.status == 200)
            #expect(projects.text.contains("Harbour &lt;Street&gt; &amp; Clinic"))

            let signedOut = try await browser.submit([:], to: "/sign-out", from: "/projects")
            #expect(signedOut.location == "/sign-in")
            #expect(try await browser.get("/projects").status == 303)
        }
    }

    @Test func `a wrong password and an unknown address get the same page`() async throws {
        try await RunningSite.run { site in
            let wrong = try await Browser(site).signIn("ada", "otter piano brick 8")
            let unknown = try await Browser(site).signIn("bob", "otter piano brick 8")

            #expect(wrong.status == 422 && unknown.status == 422)
            #expect(wrong.refusals == ["This e-mail address and this password do not belong together."])
            #expect(unknown.refusals == wrong.refusals)
        }
    }

    @Test(arguments: ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:1"])
    func `signing in leads to no other site`(then: String) async throws {
        try await RunningSite.run { site in
            let signedIn = try await Browser(site).submit(
                ["email": "ada@halvorsen.example", "password": RunningSite.password, "then": then], to: "/sign-in")

            #expect(signedIn.location == "/")
        }
    }

    @Test func `an invitation leads to a password and to the sign-in page`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            let link = try await site.plumbline.makeSignInLink(
                .reset, for: "vic@halvorsen.example", in: site.company.id, by: .commandLine)
            let address = "/password-link?link=\(link.secret)"

            let short = try await browser.submit(
                ["link": link.secret, "password": "short"], to: "/password-link", from: address)
            #expect(short.refusals == ["This password has fewer than 12 characters."])
            let set = try await browser.submit(
                ["link": link.secret, "password": "violet harbour 12"], to: "/password-link", from: address)
            #expect(set.location == "/sign-in")
            #expect(try await browser.get("/sign-in").text.contains("The password is set. Sign in with it."))
            #expect(try await browser.get(address).status == 410)
            #expect(try await browser.signIn("vic", "violet harbour 12").status == 303)
        }
    }

    @Test func `the first-run page makes a company and signs its administrator in`() async throws {
        try await RunningSite.run(isEmpty: true) { site in
            let browser = Browser(site)
            let link = try #require(try await site.plumbline.makeSetUpLink())
            let answers = [
                "link": link, "company": "Lund Builders", "currency": "EUR", "name": "Ada Berg",
                "email": "ada@lund.example", "password": RunningSite.password,
            ]

            let made = try await browser.submit(answers, to: "/set-up", from: "/set-up?link=\(link)")

            #expect(made.location == "/")
            let dashboard = try await browser.get("/")
            #expect(dashboard.text.contains("Lund Builders"))
            #expect(dashboard.text.contains("The company is there, and you are its first administrator."))
            #expect(try await browser.get("/set-up?link=\(link)").status == 410)
        }
    }

    @Test func `a person signs the other browsers out`() async throws {
        try await RunningSite.run { site in
            let (desk, phone) = (Browser(site), Browser(site))
            _ = try await desk.signIn()
            _ = try await phone.signIn()
            let list = try await desk.get("/account/sessions").text
            let other = try #require(list.firstMatch(of: /name="session" value="([0-9a-f-]{36})"/))

            let ended = try await desk.submit(["session": String(other.1)], to: "/account/sessions")

            #expect(ended.status == 303)
            #expect(try await phone.get("/account").status == 303)
            #expect(try await desk.get("/account").status == 200)
            _ = try await desk.submit(["session": "all"], to: "/account/sessions")
            #expect(try await desk.get("/account").status == 303)
        }
    }

    @Test func `a changed password gives the browser a new secret`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn()
            let before = browser.kept["plumbline-session"]

            let changed = try await browser.submit(
                ["present-password": RunningSite.password, "password": "violet harbour 12"], to: "/account/password")

            #expect(changed.location == "/account")
            #expect(browser.kept["plumbline-session"] != before)
            #expect(try await browser.get("/account").status == 200)
        }
    }

    @Test func `the colours that somebody chose are on the page`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn()

            _ = try await browser.submit(["theme": "dark"], to: "/account/theme", from: "/account")

            #expect(
                try await browser.get("/account").text.hasPrefix(#"<!DOCTYPE html><html lang="en" data-theme="dark">"#))
        }
    }
}
