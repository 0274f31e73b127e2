import BudgetDomain
import BudgetOperations
import MarkupBytes
import Testing

@testable import BudgetWeb

@Suite(.timeLimit(.minutes(10))) struct BudgetActsTests {
    @Test func `an open budget can be locked, and says what the other acts wait for`() async throws {
        try await BudgetScene.run { scene in
            let bar = try await shown(scene, to: scene.manager)

            #expect(bar.acts == ["Lock Budget", "(Send to ERP)", "(Create Budget Modification)"])
            #expect(
                bar.actReasons == [
                    "Send to ERP: You cannot send or re-send the budget to ERP: the budget is not locked. "
                        + "Lock the budget first.",
                    "Create Budget Modification: You cannot create budget modifications: the budget is not locked. "
                        + "Lock the budget first.",
                ])
        }
    }

    @Test func `whoever may only look is told what each act needs`() async throws {
        try await BudgetScene.run { scene in
            try await scene.lock()
            let viewer = try #require(
                try await scene.plumbline.people(of: scene.company).first { $0.name == "Vic" })

            let bar = try await shown(scene, to: viewer)

            #expect(bar.acts == ["(Unlock Budget)", "(Send to ERP)", "(Create Budget Modification)"])
            #expect(
                bar.actReasons == [
                    "Unlock Budget: Vic may not unlock the budget: that needs Budget Admin. "
                        + "Ask someone with Directory Admin to change your permissions.",
                    "Send to ERP: Vic may not send the budget to ERP or retrieve it: that needs Budget Admin, or "
                        + "Budget Read Only or higher and the right to send and retrieve from erp. "
                        + "Ask someone with Directory Admin to change your permissions.",
                    "Create Budget Modification: Vic may not create a budget modification: that needs Budget Standard "
                        + "or higher. Ask someone with Directory Admin to change your permissions.",
                ])
        }
    }

    @Test func `a budget goes to ERP and back by the buttons`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()
            func press(_ path: String) async throws -> Browser.Answer {
                try await browser.submit(["then": "/projects?page=1"], to: path, from: "/projects")
            }

            let locked = try await press("/projects/1001/lock")
            #expect(locked.status == 303 && locked.location == "/projects?page=1")
            #expect(
                try await browser.get("/projects").flash
                    == "The budget is locked. Its original amounts are frozen, and it can be sent to ERP.")
            #expect(
                try await shown(scene, to: scene.manager).acts == [
                    "Unlock Budget", "Send to ERP", "Create Budget Modification",
                ])
            _ = try await press("/projects/1001/send")
            #expect(
                try await browser.get("/projects").flash
                    == "The budget was sent to ERP Integrations. An accounting approver decides next.")
            #expect(
                try await shown(scene, to: scene.manager).acts == [
                    "(Unlock Budget)", "Retrieve from ERP", "(Create Budget Modification)",
                ])
            _ = try await press("/projects/1001/retrieve")
            #expect(
                try await browser.get("/projects").flash
                    == "The budget is back from ERP Integrations. It is still locked, and nothing was exported.")
            #expect(
                try await shown(scene, to: scene.manager).acts == [
                    "Unlock Budget", "Re-send to ERP", "Create Budget Modification",
                ])
        }
    }

    @Test func `a refused act says why, and leads back`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()

            let refused = try await browser.submit(
                ["then": "https://evil.example/"], to: "/projects/1001/send", from: "/projects")

            #expect(refused.status == 409)
            #expect(
                refused.refusals == ["You cannot send or re-send the budget to ERP: the budget is not locked."])
            #expect(refused.text.contains(#"<a class="button button-main" href="/projects/1001/budget">Back</a>"#))
            let unknown = try await browser.submit([:], to: "/projects/9999/lock", from: "/projects")
            #expect(unknown.status == 404)
            #expect(unknown.refusals == ["There is no project “9999”."])
        }
    }

    @Test func `unlocking keeps the modifications or deletes them, as the person says`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()
            try await scene.lock()
            try await scene.modify(1_000_00)

            let page = try await browser.get("/projects/1001/unlock?then=%2Fprojects")
            #expect(page.text.contains("<h2>Keep the 1 modification</h2>"))
            #expect(page.text.contains("<h2>Delete the 1 modification</h2>"))
            let kept = try await browser.submit(
                ["modifications": "preserve", "then": "/projects"], to: "/projects/1001/unlock", from: "/projects")
            #expect(kept.location == "/projects")
            #expect(try await scene.view().standing.budget.modifications.count == 1)
            #expect(
                try await browser.get("/projects").flash
                    == "The budget is unlocked, with its modifications as they were.")

            try await scene.lock()
            _ = try await browser.submit(
                ["modifications": "delete", "then": "/projects"], to: "/projects/1001/unlock", from: "/projects")
            let budget = try await scene.view().standing.budget
            #expect(!budget.isLocked && budget.modifications.isEmpty)
        }
    }

    @Test func `a budget under way is not unlocked, and the page says what would lift it`() async throws {
        try await BudgetScene.run { scene in
            try await scene.lock()
            try await scene.send()

            let page = try await scene.browser().get("/projects/1001/unlock")

            #expect(page.status == 409)
            #expect(
                page.refusals == [
                    "You cannot unlock the budget: the budget was sent to ERP Integrations and waits for an "
                        + "accounting approver."
                ])
            #expect(page.text.contains("Retrieve it, or wait until an approver accepts or rejects it."))
            #expect(!page.text.contains("Preserve and Unlock"))
        }
    }

    private func shown(_ scene: BudgetScene, to person: Person) async throws -> Browser.Answer {
        let bar = BudgetActs.bar(try await scene.view(by: person), on: Visit.nobodys(of: scene.plumbline))
        return Browser.Answer(status: 200, headers: [:], bytes: bar.bytes)
    }
}
