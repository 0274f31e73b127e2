import BudgetDomain
import BudgetOperations
import Testing

@testable import BudgetWeb

/// What the page of a line says where the line cannot be changed or deleted any more.
@Suite(.timeLimit(.minutes(10))) struct LinePageRefusalTests {
    private static let budget = "/projects/1001/budget"
    /// A page with a form, for the token.
    private static let anyForm = "/account/password"

    @Test func `a line that cannot be deleted says why in place of the button`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()
            let line = try await scene.view().standing.budget.lines[0]
            let page = Self.budget + "/line?line=\(line.id.text)"
            let instead = "Bring its amount to zero with a budget modification instead."

            #expect(try await browser.get(page).shown.buttons.contains("Delete this line"))
            try await scene.lock()
            let locked = try await browser.get(page)
            #expect(!locked.shown.buttons.contains("Delete this line"))
            #expect(
                locked.shown.reasons.last
                    == "03-100.L cannot be deleted: the budget is locked and the line has an original amount. "
                    + instead)
            try await scene.export(acceptedAfter: 60, handedOutAfter: 60, writtenAfter: 60, seenAfter: 60)
            let synced = try await browser.get(page)
            #expect(!synced.text.contains("/budget/delete-line"))
            #expect(
                synced.shown.reasons.last == "03-100.L cannot be deleted: its amount is in QuickBooks. \(instead)")

            let zero = try await scene.addLine("03-100", "M", 0)
            let empty = try await browser.get(Self.budget + "/line?line=\(zero.id.text)")
            #expect(empty.shown.buttons.contains("Delete this line"))
            let viewers = try await scene.browser(of: "vic").get(page)
            #expect(
                viewers.shown.reasons.last
                    == "Vic may not delete a budget line item: that needs Budget Admin, or Budget Read Only or higher "
                    + "and the right to delete budget line items. Ask someone with Directory Admin to change your "
                    + "permissions. 03-100.L cannot be deleted: its amount is in QuickBooks. \(instead)")
        }
    }

    @Test func `what was typed stays on the page when the budget was locked meanwhile`() async throws {
        try await BudgetScene.run { scene in
            let browser = try await scene.browser()
            let line = try await scene.view().standing.budget.lines[0]
            let edit = [
                "line": line.id.text, "seen-description": "Formwork.Labor", "seen-amount": "120000.25",
                "description": "Formwork of <all> walls", "amount": "120000.25",
            ]
            try await scene.lock()

            let refused = try await browser.submit(edit, to: Self.budget + "/line", from: Self.anyForm)

            #expect(refused.status == 409)
            #expect(refused.refusals == ["You cannot edit original budget amounts: the budget is locked."])
            #expect(refused.text.contains("<h2>What you typed</h2>"))
            #expect(refused.shown.rows.first == ["Description", "Formwork.Labor", "Formwork of <all> walls"])
            #expect(!refused.text.contains("Save mine"))
        }
    }

    @Test func `a line that was deleted meanwhile is said in words, with what was typed on it`() async throws {
        try await BudgetScene.run { scene in
            let (browser, other) = (try await scene.browser(), try await scene.browser(of: "ada"))
            let id = try await scene.view().standing.budget.lines[0].id.text
            let page = Self.budget + "/line?line=\(id)"
            let edit = [
                "line": id, "seen-description": "Formwork.Labor", "seen-amount": "120000.25",
                "description": "Formwork.Labor", "amount": "130,000",
            ]
            _ = try await other.submit(["line": id], to: Self.budget + "/delete-line", from: page)

            let refused = try await browser.submit(edit, to: Self.budget + "/line", from: Self.anyForm)
            #expect(refused.status == 404)
            #expect(refused.refusals == ["Somebody deleted this line meanwhile."])
            #expect(refused.text.contains("Add the line again, or whoever deleted it takes that back with Undo."))
            #expect(refused.shown.rows == [["Original Budget Amount", "120000.25", "130,000"]])
            let shown = try await browser.get(page)
            let deleted = try await browser.submit(
                ["line": id], to: Self.budget + "/delete-line", from: Self.anyForm)
            for answer in [shown, deleted] {
                #expect(answer.status == 404)
                #expect(answer.refusals == ["Somebody deleted this line meanwhile."])
                #expect(answer.shown.rows == [])
            }

            let edits = #"{"source":"paste","rule":"whatIsAccepted","preview":false,"rows":[{"line":"\#(id)","cells":"#
            let sent = try await browser.send(
                json: edits + #"{"amount":"1"}},{"delete":"\#(id)"}]}"#, to: Self.budget + "/edits.json",
                from: Self.anyForm)
            #expect(sent.status == 200)
            #expect(
                sent.text.matches(of: /"sentence":"([^"]*)"/).map { String($0.1) } == [
                    "Somebody deleted this line meanwhile.", "Somebody deleted this line meanwhile.",
                ])
            #expect([refused, shown, deleted, sent].allSatisfy { !$0.text.contains("“\(id)”") })
        }
    }

    @Test func `a modification of a line that was deleted meanwhile names its budget code`() async throws {
        try await BudgetScene.run { scene in
            let (browser, line) = (try await scene.browser(), try await scene.view().standing.budget.lines[0])
            _ = try await browser.submit(
                ["line": line.id.text], to: Self.budget + "/delete-line",
                from: Self.budget + "/line?line=\(line.id.text)")
            try await scene.lock()

            let refused = try await browser.submit(
                ["from": "03-100.L", "to": "03-300.M", "amount": "5"], to: "/projects/1001/new-modification")

            #expect(refused.refusals == ["There is no budget line item “03-100.L”."])
            #expect(!refused.text.contains(line.id.text))
        }
    }
}
