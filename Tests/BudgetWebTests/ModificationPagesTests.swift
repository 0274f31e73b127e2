import BudgetDomain
import BudgetOperations
import Testing

@testable import BudgetWeb

@Suite(.timeLimit(.minutes(10))) struct ModificationPagesTests {
    @Test func `money is moved between two lines, and the page tells of it`() async throws {
        try await BudgetScene.run { scene in
            try await scene.lock()
            let browser = try await scene.browser()

            let made = try await browser.submit(
                ["from": "03-100.L", "to": "03-300.M", "amount": "$1,250.50", "notes": "Thicker slab"],
                to: "/projects/1001/new-modification")

            #expect(made.status == 303 && made.location == "/projects/1001/modification?number=1")
            let page = try await browser.get("/projects/1001/modification?number=1")
            #expect(
                page.flash == "The modification is made. It goes to QuickBooks with the next export.")
            #expect(
                page.rows == [
                    ["03-100.L", "Formwork.Labor", "120,000.25", "minus (1,250.50)", "118,749.75"],
                    ["03-300.M", "Concrete.Materials", "40,250.00", "1,250.50", "41,500.50"],
                ])
            #expect(
                page.text.contains(
                    "/projects/1001/new-modification?to=03-100.L&amp;from=03-300.M&amp;amount=1250.50"
                        + "&amp;notes=Reverses%20modification%201"))
            let list = try await browser.get("/projects/1001/modifications")
            #expect(
                list.rows == [
                    [
                        "1", "03-100.L", "03-300.M", "1,250.50", "Thicker slab", "Mia", "2026-03-02 09:00 UTC",
                        "Not sent",
                    ]
                ])
        }
    }

    @Test func `the effect on both lines and on the grand total is shown before`() async throws {
        try await BudgetScene.run { scene in
            try await scene.lock()

            let effect = try await scene.browser().get(
                "/projects/1001/new-modification/effect?from=03-100.L&to=03-300.M&amount=1250.50",
                headers: ["HX-Request": "true"])

            #expect(
                effect.rows == [
                    ["03-100.L Formwork.Labor", "120,000.25", "118,749.75"],
                    ["03-300.M Concrete.Materials", "40,250.00", "41,500.50"],
                ])
            #expect(effect.text.contains("Net zero: the grand total stays."))
        }
    }

    @Test(
        arguments: [
            (
                ["to": "03-300.M", "amount": "5"], 409,
                "A budget modification needs a From line: it may not change the grand total."
            ),
            (
                ["from": "03-300.M", "to": "03-300.M", "amount": "5"], 409,
                "A budget modification cannot have the same line as From and To."
            ),
            (
                ["from": "03-100.L", "to": "03-300.M", "amount": "-5"], 409,
                "The amount of a budget modification between two lines must be positive."
            ),
            (
                ["from": "03-100.L", "to": "03-300.M", "amount": ""], 409,
                "A budget modification of zero moves nothing."
            ),
            (
                ["from": "03-100.L", "to": "99-999.M", "amount": "5"], 404,
                "There is no budget line item “99-999.M”."
            ),
            (
                ["from": "03-100.L", "to": "03-300.M", "amount": "a lot"], 422,
                "“a lot” cannot be the Transfer Amount. It is not an amount."
            ),
        ] as [([String: String], Int, String)])
    func `what is no modification comes back as it was typed, with the reason`(
        fields: [String: String], status: Int, reason: String
    ) async throws {
        try await BudgetScene.run { scene in
            try await scene.lock()

            let refused = try await scene.browser().submit(fields, to: "/projects/1001/new-modification")

            #expect(refused.status == status)
            #expect(refused.refusals == [reason])
            for (name, value) in fields where !value.isEmpty {
                #expect(refused.text.contains(#"name="\#(name)""#) && refused.text.contains(#"value="\#(value)""#))
            }
            #expect(try await scene.view().standing.budget.modifications.isEmpty)
        }
    }

    @Test func `an amount that is a sum is worked out, as in the grid`() async throws {
        try await BudgetScene.run { scene in
            try await scene.lock()
            let browser = try await scene.browser()

            let made = try await browser.submit(
                ["from": "03-100.L", "to": "03-300.M", "amount": "=100*12", "notes": "Colder winter"],
                to: "/projects/1001/new-modification")

            #expect(made.location == "/projects/1001/modification?number=1")
            #expect(
                try await scene.view().standing.budget.modifications.map(\.amount) == [
                    Money(minorUnits: 1_200_00, currency: .usd)
                ])
        }
    }

    @Test func `a company that permits it changes the grand total`() async throws {
        try await BudgetScene.run { scene in
            _ = try await scene.plumbline.changeSettings(of: scene.company, by: .commandLine) {
                $0.allowsGrandTotalModifications = true
            }
            try await scene.lock()
            let browser = try await scene.browser()

            let looked = try await browser.submit(
                ["to": "03-300.M", "amount": "-250", "act": "look"], to: "/projects/1001/new-modification")
            #expect(looked.status == 200)
            #expect(looked.rows == [["03-300.M Concrete.Materials", "40,250.00", "40,000.00"]])
            #expect(looked.text.contains("It changes the grand total of the budget."))
            #expect(try await scene.view().standing.budget.modifications.isEmpty)
        }
    }

    @Test func `an open budget takes no modification, and the page says what lifts it`() async throws {
        try await BudgetScene.run { scene in
            let page = try await scene.browser().get("/projects/1001/new-modification")

            #expect(page.status == 409)
            #expect(
                page.refusals == ["You cannot create budget modifications: the budget is not locked."])
            #expect(page.acts == ["Lock Budget", "(Send to ERP)", "(Create Budget Modification)"])
            #expect(try await scene.browser().get("/projects/1001/modification?number=7").status == 404)
        }
    }
}

extension Browser.Answer {
    /// The cells of the rows of all tables, as they are read.
    var rows: [[String]] {
        text.matches(of: /<tbody>(.*?)<\/tbody>/).flatMap { body in
            body.1.matches(of: /<tr>(.*?)<\/tr>/).map { row in
                row.1.matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/).map { $0.1.replacing(/<[^>]+>/, with: "") }
            }
        }.map { $0.map { String($0) } }
    }
}
