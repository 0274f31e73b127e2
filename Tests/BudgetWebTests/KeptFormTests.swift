import BudgetDomain
import BudgetOperations
import Testing

@testable import BudgetWeb

@Suite(.timeLimit(.minutes(10))) struct KeptFormTests {
    private static let linePage = "/projects/1001/budget/line"

    @Test func `an edit whose session ended is shown after signing in, and sent from there`() async throws {
        try await BudgetScene.run { scene in
            let (browser, other) = (try await scene.browser(), try await scene.browser())
            let line = try await scene.view().standing.budget.lines[0]
            let page = Self.linePage + "?line=\(line.id.text)"
            let edit = [
                "line": line.id.text, "seen-description": "Formwork.Labor", "seen-amount": "120000.25",
                "description": "Formwork.Labor", "amount": "130,000",
            ]
            let token = try await browser.get(page).formToken
            browser.keep("plumbline-session", nil)

            let ended = try await browser.post(edit.merging(["form-token": token]) { $1 }, to: Self.linePage)
            #expect(ended.status == 409)
            #expect(ended.text.contains("Nothing you typed is lost: sign in here, and it is shown again."))
            let carried = ended.hiddenFields.merging(Self.credentials) { $1 }
            #expect(carried["kept-form"] == Self.linePage)
            let wrong = try await browser.post(carried.merging(["password": "not it"]) { $1 }, to: "/sign-in")
            let again = try await browser.post(wrong.hiddenFields.merging(Self.credentials) { $1 }, to: "/sign-in")
            #expect(again.status == 200)
            #expect(again.text.contains("You are signed in again"))
            #expect(again.factLines == ["Amount: 130,000", "Description: Formwork.Labor"])
            #expect(again.hiddenFields.filter { $0.key != "form-token" } == edit)
            #expect(try await scene.view().standing.budget.lines[0].originalAmount.formatted == "120,000.25")

            // Somebody else was quicker: the values are not written over his.
            let theirs = edit.merging(["amount": "1"]) { $1 }
            _ = try await other.submit(theirs, to: Self.linePage, from: page)
            let sent = try await browser.post(again.hiddenFields, to: Self.linePage)
            #expect(sent.status == 409)
            #expect(sent.text.contains("Keep theirs"))
            let chosen = try await browser.post(
                sent.hiddenFields(to: Self.linePage).merging(["amount": "130,000", "description": "Formwork.Labor"]) {
                    $1
                },
                to: Self.linePage)
            #expect(chosen.status == 303)
            #expect(try await scene.view().standing.budget.lines[0].originalAmount.formatted == "130,000.00")
        }
    }

    @Test func `what was typed goes along through the second step of signing in`() async throws {
        try await BudgetScene.run { scene in
            let browser = Browser(scene.site)
            let elsewhere = try await scene.plumbline.addCompany(name: "Second Yard", currency: .usd)
            _ = try await scene.plumbline.addPerson(
                to: elsewhere.id, name: "Mia", email: "mia@halvorsen.example", template: "viewer", by: .commandLine)
            let link = try await scene.plumbline.makeSignInLink(
                .invitation, for: "mia@halvorsen.example", in: elsewhere.id, by: .commandLine)
            try await scene.plumbline.setPassword(RunningSite.password, byLink: link.secret)
            let modification = [
                "from": "03-100.L", "to": "03-300.M", "amount": "12.50", "notes": "Thicker <slab> & rim",
            ]

            let ended = try await browser.post(modification, to: "/projects/1001/new-modification")
            let asked = try await browser.post(
                ended.hiddenFields.merging(Self.credentials) { $1 }, to: "/sign-in")
            #expect(asked.text.contains("<h1>Choose a company</h1>"))
            let again = try await browser.post(
                asked.hiddenFields.merging(["company": scene.company.text]) { $1 }, to: "/sign-in/next")

            #expect(again.text.contains("You are signed in again"))
            #expect(again.hiddenFields.filter { $0.key != "form-token" } == modification)
            let sent = try await browser.post(again.hiddenFields, to: "/projects/1001/new-modification")
            #expect(sent.refusals == ["You cannot create budget modifications: the budget is not locked."])
        }
    }

    @Test func `secrets are never kept, and nothing leads off this site`() {
        let fields = FormFields(pairs: [.init(name: "code", value: "123456")])
        let budget = Site.budget.link("1001")
        #expect(KeptForm(to: Site.secondFactor.link, fields) == nil)
        #expect(KeptForm(to: budget, FormFields(pairs: [.init(name: "new-password", value: "x")])) == nil)
        #expect(KeptForm(to: Site.erpCostCodes.link, fields) != nil)
        #expect(KeptForm(carriedBy: FormFields(pairs: [.init(name: "kept-form", value: "//evil.example")])) == nil)
        #expect(KeptForm(carriedBy: .none) == nil)
    }

    private static let credentials = ["email": "mia@halvorsen.example", "password": RunningSite.password]
}

extension Browser.Answer {
    /// The token of the page's last form.
    fileprivate var formToken: String { hiddenFields["form-token"] ?? "" }

    /// The hidden fields of the last form that the page has in its main part.
    fileprivate var hiddenFields: [String: String] { hiddenFields(to: "") }

    /// The same of the form that is sent there.
    fileprivate func hiddenFields(to address: String) -> [String: String] {
        let forms = text.split(separator: "<main").last?.split(separator: "<form") ?? []
        let form = forms.last { address.isEmpty || $0.contains("action=\"\(address)\"") } ?? ""
        let fields = form.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)"/).map { field in
            (String(field.1), Self.plain(field.2))
        }
        return Dictionary(fields) { $1 }
    }

    private static func plain(_ value: Substring) -> String {
        String(value).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }

    /// The facts of the page, each on a line.
    fileprivate var factLines: [String] {
        text.matches(of: /<dt>([^<]*)<\/dt><dd>([^<]*)<\/dd>/).map { "\($0.1): \($0.2)" }
    }
}
