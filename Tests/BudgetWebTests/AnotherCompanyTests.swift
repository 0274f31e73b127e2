import BudgetDomain
import BudgetOperations
import Testing

@testable import BudgetWeb

/// Two companies on one server; somebody of the one tries what belongs to the other.
@Suite(.timeLimit(.minutes(10))) struct AnotherCompanyTests {
    private static let logged = "somebody asked for what their company does not have"

    private static let pages = [
        "", "/budget", "/budget/csv", "/budget/line?line=1", "/budget/new-line", "/unlock", "/erp", "/erp/progress",
        "/modifications", "/modification?number=1", "/new-modification", "/new-modification/effect", "/import",
        "/job-costs", "/job-costs/documents", "/job-costs/csv", "/job-costs/pdf",
    ]

    private static let forms = [
        "/lock", "/unlock", "/send", "/retrieve", "/budget/line", "/budget/new-line", "/budget/delete-line",
        "/budget/undo", "/budget/redo", "/new-modification",
    ]

    @Test func `a project of another company is not found, and every try is logged`() async throws {
        let lines = LoggedLines()
        try await RunningSite.run(log: lines.logger) { site in
            let other = try await site.plumbline.addCompany(name: "Other", currency: .eur)
            _ = try await site.plumbline.addProject(
                to: other.id, number: "7707", name: "Secret tower", isERPIntegrated: true, by: .commandLine)
            let browser = Browser(site)
            _ = try await browser.signIn()

            for page in Self.pages {
                let answer = try await browser.get("/projects/7707" + page)
                #expect(answer.status == 404, "\(page)")
                #expect(!answer.text.contains("Secret tower"))
            }
            for form in Self.forms {
                let answer = try await browser.submit(
                    [
                        "line": "1", "modifications": "preserve", "costCode": "1", "costType": "L", "to": "A",
                        "amount": "1",
                    ],
                    to: "/projects/7707" + form, from: "/account/password")
                #expect(answer.status == 404, "\(form)")
            }

            let person = try await site.plumbline.person(email: "ada@halvorsen.example", of: site.company.id).id
            let tried = (Self.pages + Self.forms).map { "/projects/7707" + $0.prefix { $0 != "?" } }
            #expect(
                lines.all.filter { $0.contains(Self.logged) }
                    == tried.map {
                        "\(Self.logged) company=\(site.company.id) missing=There is no project “7707”. path=\($0) "
                            + "person=\(person)"
                    })
        }
    }

    @Test func `its exports and its job are not found either`() async throws {
        let lines = LoggedLines()
        try await RunningSite.run(log: lines.logger) { site in
            let other = try await site.plumbline.addCompany(name: "Other", currency: .eur)
            _ = try await site.plumbline.addProject(
                to: other.id, number: "7707", name: "Secret tower", isERPIntegrated: true, by: .commandLine)
            _ = try await site.add("Ben", "accounting approver")
            _ = try await site.plumbline.grantAccountingPrivilege(
                to: "ben@halvorsen.example", in: site.company.id, by: .commandLine)
            let browser = Browser(site)
            _ = try await browser.signIn("ben")

            let pages =
                ["", "/export", "/reject", "/compare", "/evidence", "/certificate"]
                .map { "/erp/budgets/7707\($0)" } + [
                    "/erp/jobs/7707", "/erp/listed-jobs/7707", "/erp/log/requests/7", "/erp/log/transcripts/7",
                    "/erp/log/sessions/7",
                ]
            for page in pages {
                let answer = try await browser.get(page)
                #expect(answer.status == 404, "\(page)")
                #expect(!answer.text.contains("Secret tower"))
            }
            let forms =
                ["/export", "/reject", "/export-again", "/compare"].map { "/erp/budgets/7707\($0)" }
                + ["/erp/jobs/7707", "/erp/listed-jobs/7707"]
            for form in forms {
                let answer = try await browser.submit(
                    ["comment": "No", "digest": "0", "decision": "keep", "way": "take-name"], to: form,
                    from: "/account/password")
                #expect(answer.status == 404, "\(form)")
            }
            #expect(lines.all.count { $0.contains(Self.logged) } == pages.count + forms.count)
        }
    }

    @Test func `its permission templates are neither shown nor changed nor deleted`() async throws {
        let lines = LoggedLines()
        try await RunningSite.run(log: lines.logger) { site in
            let other = try await site.plumbline.addCompany(name: "Other", currency: .eur)
            try await site.plumbline.addPermissionTemplate(
                named: "tower crew", saying: Permissions(levels: [.budget: .admin]), in: other.id, by: .commandLine)
            let browser = Browser(site)
            _ = try await browser.signIn()

            for page in ["", "/change", "/deletion"] {
                let answer = try await browser.get("/directory/template\(page)?template=tower%20crew")
                #expect(answer.status == 404, "\(page)")
                #expect(!answer.text.contains("ower crew"))
            }
            let fields = [
                "template": "tower crew", "name": "x", "seen": "budget=admin|", "directory": "none", "budget": "none",
                "erp-integrations": "none", "reports": "none",
            ]
            for form in ["/change", "/deletion"] {
                let answer = try await browser.submit(
                    fields, to: "/directory/template\(form)", from: "/account/password")
                #expect(answer.status == 404, "\(form)")
            }
            #expect(lines.all.count { $0.contains(Self.logged) } == 5)
            #expect(lines.all.count { $0.contains("missing=There is no permission template “tower crew”. path=") } == 5)
            let theirs = try await site.plumbline.permissionTemplates(of: other.id)
            #expect(theirs.first { $0.name == "tower crew" }?.permissions == Permissions(levels: [.budget: .admin]))
        }
    }

    @Test func `what a script asks of another company's project is logged like a page`() async throws {
        let lines = LoggedLines()
        try await BudgetScene.run(log: lines.logger) { scene in
            let browser = try await scene.browser()

            let told = try await browser.get("/projects/7707/budget/lines.json")
            let long = try await browser.get("/projects/\(String(repeating: "7", count: 300))/budget/lines.json")
            let icon = try await browser.get("/favicon.ico")

            #expect(told.status == 404 && long.status == 404)
            #expect(icon.status == 302 && icon.location == Asset.icon?.link.text)
            let logged = lines.all.filter { $0.contains(Self.logged) }
            let who = "company=\(scene.company) missing=There is no project "
            let sevens = String(repeating: "7", count: 179)
            #expect(logged.count == 2)
            #expect(
                logged.first
                    == "\(Self.logged) \(who)“7707”. path=/projects/7707/budget/lines.json "
                    + "person=\(scene.manager.id)")
            #expect(logged.last?.contains("\(who)“\(sevens) path=/projects/777") == true)
        }
    }

    @Test func `a line of another company is neither shown nor changed nor deleted by its id`() async throws {
        let lines = LoggedLines()
        try await BudgetScene.run(log: lines.logger) { scene in
            let other = try await scene.plumbline.addCompany(name: "Other", currency: .usd)
            let zoe = try await scene.plumbline.addPerson(
                to: other.id, name: "Zoe", email: "zoe@other.example", template: "project manager", by: .commandLine)
            _ = try await scene.plumbline.addProject(
                to: other.id, number: "1001", name: "Tower", isERPIntegrated: true, by: .commandLine)
            _ = try await scene.plumbline.addCostCodes(
                [CostCodeDraft(code: "01-000", title: "General")], to: other.id, by: .commandLine)
            let line = try await scene.plumbline.addLineItem(
                code: "01-000", costType: "L", description: "Guards",
                amount: .manual(Money(minorUnits: 100_00, currency: .usd)), to: "1001", in: other.id, by: zoe.id)
            let browser = try await scene.browser()
            let budget = "/projects/1001/budget"

            let shown = try await browser.get("\(budget)/line?line=\(line.id.text)")
            #expect(shown.status == 404 && !shown.text.contains("Guards"))
            let typed = ["line": line.id.text, "seen-amount": "100.00", "amount": "1"]
            for address in ["/line", "/delete-line"] {
                let answer = try await browser.submit(typed, to: budget + address, from: "/account/password")
                #expect(answer.status == 404)
            }
            let edits = #"{"rows":[{"line":"\#(line.id.text)","cells":{"amount":"1"}},{"delete":"\#(line.id.text)"}]}"#
            let sent = try await browser.send(json: edits, to: budget + "/edits.json", from: "/account/password")
            #expect(!sent.text.contains("Guards"))
            #expect(
                lines.all.filter { $0.contains(Self.logged) }
                    == ["/line", "/line", "/delete-line", "/edits.json"].map {
                        "\(Self.logged) company=\(scene.company) missing=There is no budget line item "
                            + "“\(line.id.text)”. path=\(budget)\($0) person=\(scene.manager.id)"
                    })
            let theirs = try await scene.plumbline.budget(of: "1001", in: other.id, by: zoe.id)
            #expect(theirs.standing.budget.lines == [line])
        }
    }
}
