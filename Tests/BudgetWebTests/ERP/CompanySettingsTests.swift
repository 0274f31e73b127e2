import BudgetDomain
import BudgetOperations
import Testing

@testable import BudgetWeb

/// Pages for what a Directory Admin decides and keeps for the whole company.
@Suite(.timeLimit(.minutes(10))) struct CompanySettingsTests {
    /// What the form of a new company's settings sends when nothing was chosen anew.
    private static let untouched = [
        "grand-total-modifications": "off", "seen-grand-total-modifications": "off",
        "separate-duties": "off", "seen-separate-duties": "off",
        "sub-items": "off", "seen-sub-items": "off",
        "add-cost-codes": "off", "seen-add-cost-codes": "off",
    ]

    private static let bensReason =
        "Ben may not manage people, projects and cost codes: that needs Directory Admin."

    @Test func `settings are saved and shown again`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn()
            #expect(try await browser.get("/erp/connections").shown.link("Company settings") == "/erp/settings")
            let before = try await browser.get("/erp/settings")
            #expect(
                before.chosen == [
                    "grand-total-modifications off", "separate-duties off", "sub-items off", "add-cost-codes off",
                ])
            #expect(before.shown.buttons == ["Save"])

            let saved = try await browser.submit(
                Self.untouched.merging(["separate-duties": "on", "sub-items": "on"]) { $1 }, to: "/erp/settings")
            #expect(saved.status == 303)
            #expect(saved.location == "/erp/settings")
            let after = try await browser.get("/erp/settings")
            #expect(after.flash == "The settings are saved, and hold from this moment on.")
            #expect(
                after.chosen == [
                    "grand-total-modifications off", "separate-duties on", "sub-items on", "add-cost-codes off",
                ])
            #expect(
                try await site.plumbline.company(named: nil).settings
                    == CompanySettings(senderMayNotApprove: true, usesSubItems: true))
        }
    }

    @Test func `a form that is older than another change leaves that change alone`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn()
            _ = try await site.plumbline.changeSettings(of: site.company.id, by: .commandLine) {
                $0.senderMayNotApprove = true
                $0.addsCostCodesOnImport = true
            }

            let saved = try await browser.submit(
                Self.untouched.merging(["grand-total-modifications": "on"]) { $1 }, to: "/erp/settings")

            #expect(saved.location == "/erp/settings")
            #expect(
                try await site.plumbline.company(named: nil).settings
                    == CompanySettings(
                        allowsGrandTotalModifications: true, senderMayNotApprove: true, addsCostCodesOnImport: true))
        }
    }

    @Test func `sub-items are decided before the first export, and a refusal changes nothing`() async throws {
        try await BudgetScene.run { scene in
            try await scene.lock()
            try await scene.send()
            let browser = try await scene.browser(of: "ada")

            let refused = try await browser.submit(
                Self.untouched.merging(["separate-duties": "on", "sub-items": "on"]) { $1 }, to: "/erp/settings")

            #expect(refused.status == 409)
            #expect(
                refused.refusals == [
                    "The company cannot change whether cost types are sub-items: estimates in QuickBooks follow the "
                        + "setting."
                ])
            #expect(
                refused.chosen == [
                    "grand-total-modifications off", "separate-duties on", "sub-items on", "add-cost-codes off",
                ])
            #expect(refused.shown.hidden("seen-sub-items") == "off")
            #expect(try await scene.plumbline.company(named: nil).settings == CompanySettings())
        }
    }

    @Test func `whoever may not change the settings sees them and why not, or nothing at all`() async throws {
        try await BudgetScene.run { scene in
            let (ben, mia) = (try await scene.browser(of: "ben"), try await scene.browser())
            let fields = Self.untouched.merging(["separate-duties": "on"]) { $1 }

            let page = try await ben.get("/erp/settings")
            #expect(page.status == 200)
            #expect(page.chosen == [])
            #expect(page.shown.fact("Whoever sent a budget may not accept it") == "No")
            #expect(page.shown.buttons == [])
            #expect(
                page.shown.reasons == [
                    Self.bensReason + " Ask someone with Directory Admin to change your permissions."
                ])
            let forced = try await ben.submit(fields, to: "/erp/settings")
            #expect(forced.status == 403)
            #expect(forced.refusals == [Self.bensReason])
            #expect(try await mia.get("/erp/settings").status == 403)
            #expect(try await mia.submit(fields, to: "/erp/settings", from: "/account").status == 403)
            #expect(try await scene.plumbline.company(named: nil).settings == CompanySettings())
        }
    }

    @Test func `a form without every setting, or with another word, is none of ours`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn()

            let short = try await browser.submit(["sub-items": "on", "seen-sub-items": "off"], to: "/erp/settings")
            #expect(short.status == 400)
            let strange = try await browser.submit(
                Self.untouched.merging(["sub-items": "maybe"]) { $1 }, to: "/erp/settings")
            #expect(strange.status == 400)
            #expect(try await site.plumbline.company(named: nil).settings == CompanySettings())
            #expect(try await browser.submit(["act": "other"], to: "/erp/new-cost-code").status == 400)
        }
    }
}

extension Browser.Answer {
    /// The names of the page's choice fields, each with what is chosen.
    fileprivate var chosen: [String] {
        text.matches(of: /<select id="field-([^"]*)".*?<option value="([^"]*)" selected="">/.dotMatchesNewlines())
            .map { "\($0.1) \($0.2)" }
    }
}

@Suite(.timeLimit(.minutes(10))) struct NewCostCodePageTests {
    @Test func `a cost code is added by hand, and then listed`() async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn()
            let list = try await browser.get("/erp/cost-codes")
            #expect(list.shown.link("Add a cost code or a cost type") == "/erp/new-cost-code")

            let page = try await browser.get("/erp/new-cost-code").text
            for field in ["code", "type-name"] {
                #expect(
                    page.contains(
                        #"id="field-\#(field)" name="\#(field)" required="" aria-describedby="field-\#(field)-hint" "#
                            + #"data-longest="31" type="text""#))
            }
            #expect(page.ranges(of: "which takes at most 31 characters and no colon.").count == 2)
            let added = try await browser.submit(
                ["act": "cost-code", "code": " 03-100 ", "title": "Formwork", "parent": ""], to: "/erp/new-cost-code")
            #expect(added.location == "/erp/new-cost-code")
            #expect(
                try await browser.get("/erp/new-cost-code").flash
                    == "The cost code is in the list, ready to be exported as an item.")
            let below = try await browser.submit(
                ["act": "cost-code", "code": "03-110", "title": "Edge <forms>", "parent": "03-100"],
                to: "/erp/new-cost-code")
            #expect(below.location == "/erp/new-cost-code")

            #expect(
                try await browser.get("/erp/cost-codes").shown.rows == [
                    ["03-100", "Formwork", "Ready to Export", "–"], ["03-110", "Edge <forms>", "Ready to Export", "–"],
                ])
            #expect(
                try await site.plumbline.costCodes(of: site.company.id).map(\.costCode.parentCode) == [nil, "03-100"])
        }
    }

    @Test(
        arguments: [
            ("03-100", "Formwork", "", 409, "There is a cost code “03-100” already."),
            ("03-100", "Shoring", "", 409, "There is a cost code “03-100” already."),
            ("03-200", "Shoring", "99", 404, "There is no cost code “99”."),
            (" ", "Shoring", "", 422, "The cost code is empty."),
        ] as [(String, String, String, Int, String)])
    func `a cost code that cannot be added is refused, and what was typed stays`(
        code: String, title: String, parent: String, status: Int, sentence: String
    ) async throws {
        try await RunningSite.run { site in
            _ = try await site.plumbline.addCostCodes(
                [CostCodeDraft(code: "03-100", title: "Formwork")], to: site.company.id, by: .commandLine)
            let browser = Browser(site)
            _ = try await browser.signIn()

            let refused = try await browser.submit(
                ["act": "cost-code", "code": code, "title": title, "parent": parent], to: "/erp/new-cost-code")

            #expect(refused.status == status)
            #expect(refused.refusals == [sentence])
            #expect(refused.text.contains(#"value="\#(title)""#))
            #expect(try await site.plumbline.costCodes(of: site.company.id).map(\.costCode.title) == ["Formwork"])
        }
    }

    @Test func `a cost type is added, listed, and put on a line`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser(of: "ada")

            let added = try await browser.submit(
                ["act": "cost-type", "type-code": "R", "type-name": " Rental "], to: "/erp/new-cost-code")

            #expect(added.location == "/erp/new-cost-code")
            let page = try await browser.get("/erp/new-cost-code")
            #expect(page.flash == "The cost type is there: lines of budgets can have it.")
            #expect(
                page.shown.rows == [
                    ["E", "Equipment"], ["L", "Labor"], ["M", "Materials"], ["O", "Other"], ["OC", "Owner Cost"],
                    ["R", "Rental"], ["S", "Commitments"], ["SVC", "Professional Services"],
                ])
            #expect(try await scene.addLine("03-300", "R", 5_000_00).code.costType == "R")
        }
    }

    @Test(
        arguments: [
            ("l", "Lumber", "There is a cost type “L” already: Labor."),
            ("W", "labor", "The cost type “L” has this name already."),
        ])
    func `a cost type that is there already is neither added nor renamed`(
        code: String, name: String, sentence: String
    ) async throws {
        try await RunningSite.run { site in
            let browser = Browser(site)
            _ = try await browser.signIn()

            let refused = try await browser.submit(
                ["act": "cost-type", "type-code": code, "type-name": name], to: "/erp/new-cost-code")

            #expect(refused.status == 409)
            #expect(refused.text.contains(#"class="problem""#))
            #expect(refused.text.contains(sentence))
            #expect(refused.text.contains(#"value="\#(name)""#))
            #expect(try await site.plumbline.costTypes(of: site.company.id) == CostType.standard)
        }
    }

    @Test func `whoever may not keep the lists sees why, or nothing at all`() async throws {
        try await BudgetScene.run { scene in
            let (ben, mia) = (try await scene.browser(of: "ben"), try await scene.browser())
            let reason = "Ben may not manage people, projects and cost codes: that needs Directory Admin."
            let code = ["act": "cost-code", "code": "04-100", "title": "Masonry", "parent": ""]
            let type = ["act": "cost-type", "type-code": "R", "type-name": "Rental"]

            let page = try await ben.get("/erp/new-cost-code")
            #expect(page.status == 200)
            #expect(page.shown.buttons == [])
            #expect(
                page.shown.reasons == [
                    reason + " Ask someone with Directory Admin to change your permissions.",
                    reason + " Ask someone with Directory Admin to change your permissions.",
                ])
            for fields in [code, type] {
                let forced = try await ben.submit(fields, to: "/erp/new-cost-code")
                #expect(forced.status == 403)
                #expect(forced.refusals == [reason])
                let unseen = try await mia.submit(fields, to: "/erp/new-cost-code", from: "/account")
                #expect(unseen.status == 403)
            }
            #expect(try await mia.get("/erp/new-cost-code").status == 403)
            #expect(
                try await scene.plumbline.costCodes(of: scene.company).map(\.costCode.code) == ["03-100", "03-300"])
            #expect(try await scene.plumbline.costTypes(of: scene.company) == CostType.standard)
        }
    }
}
