import BudgetDomain
import BudgetOperations
import Testing

@Suite(.timeLimit(.minutes(10))) struct TemplatePagesTests {
    private static let choice = [
        "name": "foreman", "directory": "none", "budget": "standard", "erp-integrations": "none", "reports": "none",
        "right": "lock budget",
    ]

    @Test func `a template is made, listed and shown`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn()
            let empty = try await browser.get("/directory/templates").text
            #expect(empty.contains(#"<a class="button button-main" href="/directory/new-template">New template</a>"#))

            let made = try await browser.submit(Self.choice, to: "/directory/new-template")

            #expect(made.status == 303)
            #expect(made.location == "/directory/template?template=foreman")
            let page = try await browser.get("/directory/template?template=foreman").text
            #expect(page.contains("<h1>Foreman</h1>"))
            #expect(page.contains("The template is there, and people can be put on it."))
            #expect(page.contains("Nobody is on it"))
            #expect(page.contains(#"href="/directory/template/change?template=foreman">Change it</a>"#))
            #expect(page.contains(#"href="/directory/template/deletion?template=foreman">Delete it …</a>"#))
            let list = try await browser.get("/directory/templates").text
            #expect(list.contains(#"<a href="/directory/template?template=foreman">Foreman</a>"#))
            let templates = try await site.plumbline.permissionTemplates(of: site.company.id)
            #expect(
                templates.first { $0.name == "foreman" }?.permissions
                    == Permissions(levels: [.budget: .standard], rights: [.lockBudget]))
        }
    }

    @Test func `a name may hold whatever people type`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn()
            let names = [
                ("a/b?c", "none", "a%2Fb%3Fc"), ("..", "read only", ".."), ("new", "standard", "new"),
                ("<b>&+%2F", "admin", "%3Cb%3E%26%2B%252F"),
            ]
            for (name, level, escaped) in names {
                let fields = Self.choice.merging(["name": name, "reports": level]) { $1 }
                let made = try await browser.submit(fields, to: "/directory/new-template")
                #expect(made.location == "/directory/template?template=\(escaped)")
                for page in ["", "/change", "/deletion"] {
                    let answer = try await browser.get("/directory/template\(page)?template=\(escaped)")
                    #expect(answer.status == 200, "\(name)\(page)")
                }
                let deleted = try await browser.submit(
                    ["template": name], to: "/directory/template/deletion",
                    from: "/directory/template/deletion?template=\(escaped)")
                #expect(deleted.location == "/directory/templates")
            }
            #expect(try await site.plumbline.permissionTemplates(of: site.company.id).count == 5)
        }
    }

    @Test func `what was typed stays when it is refused`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn()

            let refused = try await browser.submit(
                Self.choice.merging(["name": "Viewer"]) { $1 }, to: "/directory/new-template")

            #expect(refused.status == 409)
            #expect(refused.refusals == ["There is a permission template “viewer” already."])
            #expect(refused.text.contains(#"type="text" value="Viewer">"#))
            #expect(refused.text.contains(#"<option value="standard" selected="">Standard</option>"#))
            #expect(refused.text.contains(#"name="right" value="lock budget" checked="">"#))
            let same = try await browser.submit(
                [
                    "name": "reader", "directory": "none", "budget": "read only", "erp-integrations": "none",
                    "reports": "read only",
                ], to: "/directory/new-template")
            #expect(
                same.refusals == [
                    "The permission template “viewer” says exactly the same: nobody could tell who is on which."
                ])
            let unnamed = try await browser.submit(
                Self.choice.merging(["name": " "]) { $1 }, to: "/directory/new-template")
            #expect(unnamed.status == 422)
            let king = try await browser.submit(
                Self.choice.merging(["budget": "king"]) { $1 }, to: "/directory/new-template")
            #expect(king.status == 400)
            #expect(try await site.plumbline.permissionTemplates(of: site.company.id).count == 5)
        }
    }

    @Test func `a change is for everybody on it, and a stale one is shown again`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn()
            let page = "/directory/template/change?template=viewer"
            let question = try await browser.get(page).text
            #expect(question.contains("1 person is on it and gets what you save here, at once."))
            let fields = Self.choice.merging(["template": "viewer", "seen": DirectoryPagesTests.seen(question)]) { $1 }

            let changed = try await browser.submit(fields, to: "/directory/template/change", from: page)
            #expect(changed.location == "/directory/template?template=foreman")
            let shown = try await browser.get("/directory/template?template=foreman").text
            #expect(shown.contains("The template is changed. Whoever is on it has what it says, from this moment on."))
            #expect(DirectoryPagesTests.people(shown) == ["Vic"])
            let vic = try await site.plumbline.person(email: "vic@halvorsen.example", of: site.company.id)
            #expect(vic.permissions == Permissions(levels: [.budget: .standard], rights: [.lockBudget]))

            let stale = try await browser.submit(
                fields.merging(["template": "foreman", "name": "looker", "reports": "admin"]) { $1 },
                to: "/directory/template/change", from: "/directory/template/change?template=foreman")
            #expect(stale.status == 409)
            #expect(stale.refusals == ["Somebody changed the permission template “foreman” since you looked."])
            #expect(stale.text.contains("Now: foreman."))
            #expect(stale.text.contains(#"type="text" value="looker">"#))
            #expect(stale.text.contains("Now: Lock Budget."))
            #expect(stale.text.contains(#"<option value="admin" selected="">Admin</option>"#))
            let again = try await browser.submit(
                fields.merging([
                    "template": "foreman", "name": "looker", "seen": DirectoryPagesTests.seen(stale.text),
                ]) { $1 }, to: "/directory/template/change", from: "/directory/template/change?template=foreman")
            #expect(again.location == "/directory/template?template=looker")
        }
    }

    @Test func `a change that leaves no Directory Admin is refused`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn()
            let page = "/directory/template/change?template=administrator"

            let refused = try await browser.submit(
                Self.choice.merging([
                    "template": "administrator",
                    "seen": "directory=admin;budget=admin;erp integrations=admin;reports=admin|",
                ]) { $1 }, to: "/directory/template/change", from: page)

            #expect(refused.status == 409)
            #expect(refused.refusals == ["That would leave this company without a Directory Admin who is active."])
            let ada = try await site.plumbline.person(email: "ada@halvorsen.example", of: site.company.id)
            #expect(ada.permissions.level(of: .directory) == .admin)
        }
    }

    @Test func `the question before deleting says what becomes of the people`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn()
            let vic = try await site.plumbline.person(email: "vic@halvorsen.example", of: site.company.id)
            let page = "/directory/template/deletion?template=viewer"
            let question = try await browser.get(page).text
            #expect(question.contains("<h1>Delete Viewer?</h1>"))
            #expect(question.contains("<li>1 person is on it and keeps what it says, as levels of their own.</li>"))

            let deleted = try await browser.submit(
                ["template": "viewer"], to: "/directory/template/deletion", from: page)

            #expect(deleted.location == "/directory/templates")
            let list = try await browser.get("/directory/templates").text
            #expect(list.contains("The template is deleted. Whoever was on it keeps their levels, as their own."))
            #expect(list.contains("1 person has levels of their own."))
            #expect(try await browser.get(page).status == 404)
            #expect(try await site.plumbline.person(email: vic.email, of: site.company.id) == vic)
            #expect(
                try await browser.get("/directory/add").text.contains(#"<option value="">Choose one</option>"#))
        }
    }

    @Test func `without a template, pages lead to making one`() async throws {
        try await RunningSite.run { site in
            let (browser, vic) = (Browser(site), try await DirectoryPagesTests.id(of: "vic", site))
            _ = try await browser.signIn()
            for template in try await site.plumbline.permissionTemplates(of: site.company.id) {
                try await site.plumbline.deletePermissionTemplate(
                    named: template.name, in: site.company.id, by: .commandLine)
            }

            #expect(try await browser.get("/directory/templates").text.contains("There is no template"))
            let add = try await browser.get("/directory/add").text
            #expect(add.contains("There is no permission template"))
            #expect(add.contains(#"href="/directory/new-template">New template</a>"#))
            let person = try await browser.get("/directory/\(vic)").text
            #expect(person.contains(#"<a href="/directory/new-template">Make one</a>"#))
            let put = try await browser.submit(
                ["template": "viewer", "seen": "budget=read only;reports=read only|"],
                to: "/directory/\(vic)/template", from: "/directory/\(vic)")
            #expect(put.status == 404)
            #expect(put.refusals == ["There is no permission template “viewer”."])
        }
    }

    @Test func `whoever may not is told who may`() async throws {
        try await RunningSite.run { site in
            _ = try await site.add("Ben", "accounting approver")
            let browser = Browser(site)
            _ = try await browser.signIn("ben")
            let reason = "Ben may not manage people, projects and cost codes: that needs Directory Admin."

            let list = try await browser.get("/directory/templates").text
            #expect(list.contains(#"aria-describedby="why-not-new">New template</button>"#))
            #expect(list.contains(reason))
            let one = try await browser.get("/directory/template?template=viewer").text
            #expect(one.contains(#"aria-describedby="why-not-change">Change or delete it</button>"#))
            #expect(one.contains(reason))
            for page in ["new-template", "template/change?template=viewer", "template/deletion?template=viewer"] {
                #expect(try await browser.get("/directory/\(page)").status == 403, "\(page)")
            }
            let fields = Self.choice.merging(["template": "viewer", "seen": ""]) { $1 }
            for form in ["new-template", "template/change", "template/deletion"] {
                let answer = try await browser.submit(fields, to: "/directory/\(form)", from: "/account")
                #expect(answer.status == 403, "\(form)")
                #expect(answer.refusals == [reason])
            }
            #expect(try await site.plumbline.permissionTemplates(of: site.company.id).count == 5)
        }
    }
}
