import BudgetDomain
import BudgetOperations
import Testing

@Suite(.timeLimit(.minutes(10))) struct DirectoryPagesTests {
    @Test func `an administrator adds somebody and hands the invitation over`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn()

            let twice = try await browser.submit(
                ["name": "Vic", "email": "vic@halvorsen.example", "template": "viewer"], to: "/directory/add")
            #expect(twice.status == 409)
            #expect(twice.refusals == ["“vic@halvorsen.example” is in the directory already."])
            let added = try await browser.submit(
                ["name": "Mia Lund", "email": "mia@halvorsen.example", "template": "project manager"],
                to: "/directory/add")

            #expect(added.status == 200)
            let address = /http:\/\/127\.0\.0\.1:\d+(\/password-link\?link=[^<]+)</
            let link = try #require(added.text.firstMatch(of: address))
            let asked = try await Browser(site).get(String(link.1))
            #expect(asked.status == 200)
            #expect(asked.text.contains("Welcome, Mia Lund"))
            let list = try await browser.get("/directory?group=without-password").text
            #expect(Self.people(list) == ["Mia Lund"])
        }
    }

    @Test func `the list is searched, filtered and counted`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn()
            for number in 1...55 {
                _ = try await site.plumbline.addPerson(
                    to: site.company.id, name: "Foreman \(number)", email: "f\(number)@halvorsen.example",
                    template: "estimator", by: .commandLine)
            }

            let first = try await browser.get("/directory").text
            #expect(Self.people(first).count == 50)
            #expect(first.contains("1 to 50 of 57"))
            #expect(first.contains("Active<span class=\"count\"> 57</span>"))
            #expect(Self.people(try await browser.get("/directory?page=2").text).count == 7)
            #expect(Self.people(try await browser.get("/directory?q=foreman+55").text) == ["Foreman 55"])
            #expect(Self.people(try await browser.get("/directory?level=budget.readOnly").text) == ["Vic"])
            #expect(Self.people(try await browser.get("/directory?template=administrator").text) == ["Ada"])
            #expect(Self.people(try await browser.get("/directory?group=admins").text) == ["Ada"])
            #expect(try await browser.get("/directory?q=%22%3Cb%3E&page=-4&group=x").text.contains("Nobody here"))
        }
    }

    @Test func `levels and rights are set, and a form that is stale is shown again`() async throws {
        try await RunningSite.run { site in
            let (browser, vic) = (Browser(site), try await Self.id(of: "vic", site))
            _ = try await browser.signIn()
            let stale = try await browser.get("/directory/\(vic)/permissions").text
            let choice = [
                "directory": "none", "budget": "standard", "erp-integrations": "none", "reports": "none",
                "right": "lock budget", "project": "",
            ]

            let set = try await browser.submit(
                choice.merging(["seen": Self.seen(stale)]) { $1 }, to: "/directory/\(vic)/permissions")
            #expect(set.location == "/directory/\(vic)")
            let refused = try await browser.submit(
                choice.merging(["seen": Self.seen(stale), "budget": "admin"]) { $1 },
                to: "/directory/\(vic)/permissions")

            #expect(refused.status == 409)
            #expect(refused.refusals == ["Somebody changed what Vic may do since you looked."])
            #expect(refused.text.contains("Now: Standard."))
            #expect(refused.text.contains(#"<option value="admin" selected="">Admin</option>"#))
            let person = try await site.plumbline.person(email: "vic@halvorsen.example", of: site.company.id)
            #expect(person.permissions == Permissions(levels: [.budget: .standard], rights: [.lockBudget]))
            let again = try await browser.submit(
                choice.merging(["seen": Self.seen(refused.text), "budget": "admin"]) { $1 },
                to: "/directory/\(vic)/permissions")
            #expect(again.status == 303)
        }
    }

    @Test func `a forged level is no form, and a form without its token does nothing`() async throws {
        try await RunningSite.run { site in
            let (browser, vic) = (Browser(site), try await Self.id(of: "vic", site))
            _ = try await browser.signIn()

            let king = try await browser.submit(
                ["directory": "king", "seen": "", "project": ""], to: "/directory/\(vic)/permissions")
            #expect(king.status == 400)
            let forged = try await browser.post(
                ["wish": "grant", "form-token": String(repeating: "0", count: 64)], to: "/directory/\(vic)/privilege")
            #expect(forged.status == 409)
            let foreign = try await browser.submit(
                ["template": "administrator"], to: "/directory/\(vic)/template", from: "/directory/\(vic)",
                headers: ["Sec-Fetch-Site": "cross-site"])
            #expect(foreign.status == 403)
            #expect(
                try await site.plumbline.person(email: "vic@halvorsen.example", of: site.company.id).permissions
                    == Permissions(levels: [.budget: .readOnly, .reports: .readOnly]))
        }
    }

    @Test func `somebody of another company is not found, and the try is logged`() async throws {
        let lines = LoggedLines()
        try await RunningSite.run(log: lines.logger) { site in
            let other = try await site.plumbline.addCompany(name: "Other", currency: .eur)
            let zoe = try await site.plumbline.addPerson(
                to: other.id, name: "Zoe", email: "zoe@other.example", template: "viewer", by: .commandLine)
            let (browser, ada) = (Browser(site), try await Self.id(of: "ada", site))
            _ = try await browser.signIn()

            for path in ["", "/permissions"] {
                let answer = try await browser.get("/directory/\(zoe.id)\(path)")
                #expect(answer.status == 404)
                #expect(!answer.text.contains("Zoe"))
            }
            let revoked = try await browser.submit(
                ["wish": "revoke"], to: "/directory/\(zoe.id)/privilege", from: "/directory/\(ada)")
            #expect(revoked.status == 404)
            #expect(
                lines.all.filter { $0.contains("asked for what their company does not have") }
                    == [
                        "/directory/\(zoe.id)", "/directory/\(zoe.id)/permissions", "/directory/\(zoe.id)/privilege",
                    ].map {
                        "somebody asked for what their company does not have company=\(site.company.id) "
                            + "missing=There is no person “\(zoe.id)”. path=\($0) person=\(ada)"
                    })
        }
    }

    static func id(of name: String, _ site: RunningSite) async throws -> String {
        try await site.plumbline.person(email: "\(name)@halvorsen.example", of: site.company.id).id.text
    }

    /// The names in the first column.
    static func people(_ page: String) -> [String] {
        page.matches(of: /<th scope="row"><a href="\/directory\/[^"]+">([^<]+)<\/a>/).map { String($0.1) }
    }

    static func seen(_ page: String) -> String {
        page.firstMatch(of: /name="seen" value="([^"]*)"/).map { String($0.1) } ?? "none"
    }
}
