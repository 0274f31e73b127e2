import BudgetDomain
import BudgetOperations
import Testing

@Suite(.timeLimit(.minutes(10))) struct HostileRequestTests {
    @Test func `a form of another site does nothing`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn()

            for headers in [
                ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Origin": "https://evil.example"],
                ["Origin": "null"],
            ] {
                let answer = try await browser.submit(
                    ["session": "all"], to: "/account/sessions", headers: headers)
                #expect(answer.status == 403)
            }
            #expect(try await browser.get("/account").status == 200)
        }
    }

    @Test func `a form without its token is shown again and does nothing by itself`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn()

            for token in ["", "0", String(repeating: "0", count: 64)] {
                let answer = try await browser.post(["theme": "dark", "form-token": token], to: "/account/theme")
                #expect(answer.status == 409)
                #expect(answer.text.contains("Send it again"))
                #expect(answer.text.contains("<h1>This page is of an earlier session</h1>"))
                #expect(
                    answer.text.contains("Nothing was done yet: the page was loaded before you last signed in here."))
            }
            let signIn = try await Browser(site).post(
                ["email": "ada@halvorsen.example", "password": RunningSite.password], to: "/sign-in")
            #expect(signIn.status == 409)
            #expect(signIn.text.contains("<h1>You were signed out in the meantime</h1>"))
            #expect(!signIn.text.contains(RunningSite.password))
        }
    }

    @Test func `what was typed when the session ended is there after signing in again`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn()
            let page = try await browser.get("/account").text
            let token = try #require(page.firstMatch(of: /name="form-token" value="([0-9a-f]{128})"/))
            site.time.move(seconds: 13 * 3_600)

            let refused = try await browser.post(
                ["theme": "dark", "form-token": String(token.1)], to: "/account/theme")
            #expect(refused.status == 409)
            _ = try await browser.signIn()
            let reloaded = try await browser.post(
                ["theme": "dark", "form-token": String(token.1)], to: "/account/theme")

            #expect(reloaded.text.contains(#"<input type="hidden" name="theme" value="dark">"#))
        }
    }

    @Test func `requests beyond a limit are refused in words`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            let long = try await browser.post("a=" + String(repeating: "x", count: 300_000), to: "/sign-in")
            #expect(long.status == 413)
            #expect(long.text.contains("At most 256 KiB are taken here."))
            let many = try await browser.post(String(repeating: "a=1&", count: 600), to: "/sign-in")
            #expect(many.status == 413)
            #expect(try await browser.post("a=%FF", to: "/sign-in").status == 400)
            #expect(try await browser.post("a=%4", to: "/sign-in").status == 400)
            let other = try await browser.post("{}", to: "/sign-in", headers: ["Content-Type": "application/json"])
            #expect(other.status == 400)
        }
    }

    @Test func `too many wrong passwords are refused with the time to wait`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            for _ in 0..<5 { _ = try await browser.signIn("ada", "not the password") }

            let waiting = try await browser.signIn()

            #expect(waiting.status == 429)
            #expect(
                waiting.refusals == ["There were too many wrong attempts. The next one is possible in 1 second."])
        }
    }

    @Test func `only a proxy on this machine says whom it speaks for`() async throws {
        try await RunningSite.run { site in
            for number in 0..<5 {
                _ = try await Browser(site).submit(
                    ["email": "ada@halvorsen.example", "password": "not the password"], to: "/sign-in",
                    headers: ["X-Forwarded-For": "192.0.2.\(number), 198.51.100.7"])
            }

            let same = try await Browser(site).submit(
                ["email": "ada@halvorsen.example", "password": RunningSite.password], to: "/sign-in",
                headers: ["X-Forwarded-For": "192.0.2.77, 198.51.100.7"])
            #expect(same.status == 429)
            #expect(try await Browser(site).signIn().status == 303)
        }
    }

    @Test func `whoever lacks a permission reads what it needs`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn("vic")

            let directory = try await browser.get("/directory")

            #expect(directory.status == 403)
            #expect(
                directory.refusals
                    == ["Vic may not view the directory: that needs Directory Read Only or higher."])
            #expect(Self.menu(directory.text) == ["Dashboard", "Projects"])
        }
    }
    @Test func `the menu leads only to what is open to whoever looks`() async throws {
        try await RunningSite.run { site in
            let (ada, mia) = (Browser(site), Browser(site))
            _ = try await site.add("Mia", "project manager")
            _ = try await ada.signIn()
            _ = try await mia.signIn("mia")

            #expect(
                Self.menu(try await ada.get("/").text) == ["Dashboard", "Projects", "Directory", "ERP Integrations"])
            #expect(Self.menu(try await mia.get("/").text) == ["Dashboard", "Projects"])
        }
    }

    private static func menu(_ page: String) -> [String] {
        let menu = page.firstMatch(of: #/<nav aria-label="Main">.*?</nav>/#).map { String($0.0) } ?? ""
        return menu.matches(of: #/<a [^>]*>([^<]+)</a>/#).map { String($0.1) }
    }
}
