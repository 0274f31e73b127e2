import BudgetDomain
import BudgetOperations
import Testing

/// *Why can't this person …?* about what single lines and the exports say.
@Suite(.timeLimit(.minutes(10))) struct ActAnswerTests {
    private static let instead = "Bring such a line to zero with a budget modification instead."

    @Test func `deleting is answered as the lines decide`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser(of: "ada")
            let question = "/directory/\(scene.manager.id.text)?act=delete+a+budget+line+item&project=1001"

            let open = try await browser.get(question)
            #expect(open.text.contains("Mia may delete a budget line item on project 1001</h2>"))
            #expect(open.text.contains("and Mia has that. Nothing else stands in the way."))
            try await scene.lock()
            try await scene.export(acceptedAfter: 60, handedOutAfter: 60, writtenAfter: 60, seenAfter: 60)
            let synced = try await browser.get(question)
            #expect(
                synced.text.contains("Mia may delete a budget line item on project 1001, but not at this moment</h2>"))
            #expect(synced.refusals == ["Lines whose amount is in QuickBooks cannot be deleted."])
            #expect(synced.text.contains(Self.instead))

            try await scene.addLine("03-100", "M", 0)
            let mixed = try await browser.get(question)
            #expect(mixed.text.contains("Mia may delete a budget line item on project 1001</h2>"))
            #expect(mixed.text.contains("and Mia has that. It depends on the line."))
            #expect(mixed.refusals == ["Lines whose amount is in QuickBooks cannot be deleted."])
        }
    }

    @Test func `what lifts a refusal is a page, not a command`() async throws {
        try await BudgetScene.run { scene in
            let question =
                "/directory/\(scene.approver.id.text)?act=accept+or+reject+an+export+to+accounting&project=1001"

            let answer = try await scene.browser(of: "ada").get(question)

            #expect(answer.text.contains("Look at what waits in ERP Integrations, under Budget."))
            #expect(!answer.text.contains("plumbline erp"))
        }
    }
}
