import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct RejectTests {
    @Test(arguments: Storage.available)
    func `rejecting a first export unlocks the budget`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        await #expect(throws: Refused(.rejectionNeedsComment)) { try await fixture.reject(" \n") }

        let export = try await fixture.reject("03-300 is steel")

        #expect(
            export.state == .rejected(by: fixture.approver, at: Fixture.start, comment: "03-300 is steel"))
        let view = try await fixture.furnished.view()
        #expect(view.erpStatus == .rejected)
        #expect(!view.standing.budget.isLocked)
        #expect(
            try await fixture.furnished.lastAudit()?.details == "comment: 03-300 is steel\nbudget: unlocked")
    }

    @Test(arguments: Storage.available)
    func `rejecting an update leaves the budget locked and synced`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        let first = try await fixture.accept()
        let connector = try await ConnectorPart(fixture)
        try await connector.sync(first)
        #expect(try await fixture.state() == .synced)
        await #expect(throws: Refused(.nothingToSend)) { try await fixture.send() }
        _ = try await fixture.plumbline.createModification(
            from: "03-100.L", to: "03-300.M", amount: usd(250_00), notes: "Thicker slab", of: "1001",
            in: fixture.company, by: fixture.manager)
        fixture.furnished.base.time.advance(seconds: 60)

        let update = try await fixture.send()
        #expect(update.kind == .update)
        let detail = try await fixture.detail()
        #expect(detail.transactions.map(\.amount) == [usd(-250_00), usd(250_00)])
        #expect(
            detail.rows == [
                BudgetUpdateRow(
                    costCode: "03-100", category: "L", originalBudget: usd(120_000_25), budgetChanges: usd(-250_00),
                    revisedEstimate: usd(119_750_25)),
                BudgetUpdateRow(
                    costCode: "03-300", category: "M", originalBudget: usd(40_250_00), budgetChanges: usd(250_00),
                    revisedEstimate: usd(40_500_00)),
            ])
        try await fixture.reject("Not agreed")

        let view = try await fixture.furnished.view()
        #expect(view.standing.budget.isLocked)
        #expect(view.erpStatus == .synced)
        #expect(view.restrictions.refusal(of: .createModification) == nil)
    }

    @Test(arguments: Storage.available)
    func `a failed export is tried again with the same transactions`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        try await fixture.send()
        let export = try await fixture.accept()
        let connector = try await ConnectorPart(fixture)
        #expect(try await connector.handOut(export))
        #expect(try await connector.answer(export, .refused(ConnectorPart.fault)))
        #expect(try await fixture.detail().summary.export.state == .failedToExport(ConnectorPart.fault))
        await #expect(throws: Refused(.exportFailed(act: .send, fault: "There is no item."))) {
            try await fixture.send()
        }
        let before = try await fixture.detail()

        let again = try await fixture.exportAgain()

        #expect(again.state == .exporting(.queued(attempts: 0)))
        let after = try await fixture.detail()
        #expect(after.transactions == before.transactions)
        #expect(after.summary.digest == before.summary.digest)
        await #expect(throws: Refused(.exportCannot(event: "exported again", state: "queued"))) {
            try await fixture.exportAgain()
        }
    }

    @Test(arguments: Storage.available)
    func `lists and details name the project, the sender and the sum`(storage: Storage) async throws {
        let fixture = try await SendingFixture(storage)
        await #expect(throws: Refused(.nothingWaitsForApprover)) { try await fixture.detail() }
        let export = try await fixture.send()

        let summaries = try await fixture.plumbline.exports(of: fixture.company, by: fixture.approver)

        let summary = try #require(summaries.first)
        #expect(summaries.count == 1)
        #expect(summary.export == export)
        #expect(summary.projectNumber == "1001" && summary.projectName == "Harbour Street Clinic")
        #expect(summary.sentByName == "Mia" && summary.transactions == 2 && summary.total == usd(160_250_25))
        let detail = try await fixture.detail()
        #expect(detail.summary == summary)
        #expect(detail.confirmed == 0 && detail.expected == 2)
    }
}
