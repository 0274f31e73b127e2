import BudgetDomain
import BudgetOperations
import QuickBooksEmulators
import TestStorage
import Testing

@Suite(.timeLimit(.minutes(10))) struct JourneyTests {
    @Test(arguments: Storage.available)
    func `a budget travels to one estimate, and only its read-back opens the gate`(storage: Storage) async throws {
        let firm = try await Firm(storage)
        try await firm.sendBudget()
        #expect(try await firm.refusedActs() == ["unlock", "send", "addLineItem", "createModification"])

        try await firm.accept()
        #expect(try await firm.refusedActs() == ["unlock", "send", "addLineItem", "createModification"])

        let report = await firm.connector().poll()
        #expect(report.outcome == .finished)

        let estimate = try #require(firm.books.estimates.first)
        #expect(firm.books.estimates.count == 1)
        #expect(estimate.customer == "Harbour Health:Harbour Street Clinic")
        #expect(estimate.totalCents == 17_024_950)
        #expect(
            estimate.lines.map { "\($0.item ?? "") \($0.description ?? "") \($0.cents)" } == [
                "03-100 Footings & walls [Labor] 12000025",
                "03-100 Ready-mix – façade [Materials] 4025000",
                "05-200 Steel [Labor] 0",
                "09-900 Allowance given back [Other] -100075",
                "09-900 Painting [Labor] 1100000",
            ])
        #expect(try await firm.exportState() == .synced)
        #expect(try await firm.refusedActs() == [])
    }

    @Test(arguments: Storage.available)
    func `a modification is appended to the same estimate`(storage: Storage) async throws {
        let firm = try await Firm(storage)
        try await firm.sendBudget()
        try await firm.accept()
        _ = await firm.connector().poll()
        _ = try await firm.plumbline.createModification(
            from: "03-100.L", to: "05-200.L", amount: Money(minorUnits: 2_500_050, currency: .usd),
            notes: "Steel came first", of: Firm.project, in: firm.company.id, by: firm.manager.id)
        _ = try await firm.plumbline.sendBudgetToERP(of: Firm.project, in: firm.company.id, by: firm.manager.id)
        try await firm.accept()

        let report = await firm.connector().poll()

        #expect(report.outcome == .finished)
        #expect(firm.books.estimates.count == 1)
        let estimate = try #require(firm.books.estimates.first)
        #expect(estimate.totalCents == 17_024_950)
        #expect(
            estimate.lines.suffix(2).map { "\($0.item ?? "") \($0.cents)" } == ["03-100 -2500050", "05-200 2500050"])
        #expect(estimate.lines.count == 7)
        #expect(try await firm.exportState() == .synced)
    }
}

extension Firm {
    /// Which of the four acts of the gate are refused now.
    func refusedActs() async throws -> [String] {
        let view = try await plumbline.budget(of: Self.project, in: company.id, by: manager.id)
        let acts: [(String, BudgetAct)] = [
            ("unlock", .unlock), ("send", .send), ("addLineItem", .addLineItem),
            ("createModification", .createModification),
        ]
        return acts.filter { view.standing.restrictions.refusal(of: $0.1) != nil }.map(\.0)
    }

    /// The state of the latest export.
    func exportState() async throws -> ExportState.Name {
        try await plumbline.exportDetail(of: Self.project, in: company.id, by: approver.id).summary.export.state.name
    }
}
