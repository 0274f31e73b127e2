import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct LineHistoryTests {
    @Test(arguments: Storage.available)
    func `a line that came with a file says so, after it was edited too`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        try await fixture.load("03-100,L,Forms,100.00\n03-300,M,Mix,50.00\n", named: "estimate.csv")
        fixture.base.time.advance(seconds: 60)
        try await fixture.type("120", on: "03-100.L")

        let imported = AuditEntry(
            number: 10, at: Fixture.start, actor: fixture.actor(fixture.estimator), act: .budgetImported,
            subject: "budget of 1001",
            details: "added: 2\nchanged: 0\nunchanged: 0\ncost codes added: 0\ntotal of the file: 150.00\n"
                + "file: estimate.csv")
        let edited = AuditEntry(
            number: 11, at: Fixture.start.adding(seconds: 60), actor: fixture.actor(fixture.manager),
            act: .originalAmountChanged, subject: "budget of 1001",
            details: "line: 03-100.L\nfrom: 100.00\nto: 120.00")
        let history = try await fixture.history("03-100.L")
        #expect(history == [LineHistoryEntry(edited, .namesLine), LineHistoryEntry(imported, .broughtLine)])
        #expect(history.map(\.entry.importedFile) == [nil, "estimate.csv"])
        #expect(try await fixture.history("03-300.M") == [LineHistoryEntry(imported, .broughtLine)])
        #expect(try await fixture.history("03-300.L") == [])
    }

    @Test(arguments: Storage.available)
    func `of several imports the one is told that must have brought the line, where it is known`(
        storage: Storage
    ) async throws {
        let fixture = try await FurnishedFixture(storage)
        try await fixture.load("03-100,L,Forms,100.00\n")
        try await fixture.type("120", on: "03-100.L")
        try await fixture.load("03-100,L,Forms,130.00\n03-300,M,Mix,50.00\n")

        #expect(
            try await fixture.told(of: "03-100.L") == ["12 mayHaveChangedLine", "11 namesLine", "10 broughtLine"])
        #expect(try await fixture.told(of: "03-300.M") == ["12 mayHaveBroughtLine", "10 mayHaveBroughtLine"])
    }

    @Test(arguments: Storage.available)
    func `a line that was added by itself came with no import, and one that was deleted came back by itself`(
        storage: Storage
    ) async throws {
        let fixture = try await FurnishedFixture(storage)
        try await fixture.addLine("03-100", "L", 100_00)
        try await fixture.load("03-300,M,Mix,50.00\n")
        #expect(try await fixture.told(of: "03-100.L") == ["10 namesLine"])

        let mix = try #require(try await fixture.view().standing.budget.lines.last)
        _ = try await fixture.plumbline.editBudget(
            BudgetEdit([BudgetRowEdit(.deletion(mix.id))]), of: "1001", in: fixture.company.id, by: fixture.manager.id)
        #expect(try await fixture.told(of: "03-300.M") == ["12 namesLine", "11 broughtLine"])
        _ = try await fixture.plumbline.undoBudgetEdit(of: "1001", in: fixture.company.id, by: fixture.manager.id)

        #expect(try await fixture.told(of: "03-300.M") == ["13 namesLine", "12 namesLine", "11 broughtLine"])
    }

    @Test func `a file's name that is too long is refused`() async throws {
        let fixture = try await FurnishedFixture(.memory)

        await #expect(throws: Refused(.textIsTooLong(field: "The file's name", longest: 255))) {
            try await fixture.load("03-100,L,Forms,100.00\n", named: String(repeating: "x", count: 256))
        }
    }
}

extension FurnishedFixture {
    fileprivate func load(_ rows: String, named name: String? = nil) async throws {
        _ = try await plumbline.importBudget(
            file: Array(("Cost Code,Cost Type,Description,Budget Amount\n" + rows).utf8), named: name, overrides: [:],
            addsCostCodes: false, into: "1001", in: company.id, by: estimator.id)
    }

    fileprivate func type(_ amount: String, on code: String) async throws {
        let line = try #require(
            try await view().standing.budget.lines.first { $0.code.description == code })
        _ = try await plumbline.editBudget(
            BudgetEdit([BudgetRowEdit(.line(line.id), cells: [.amount: amount])]), of: "1001", in: company.id,
            by: manager.id)
    }

    fileprivate func history(_ code: String) async throws -> [LineHistoryEntry] {
        try await plumbline.budgetLineHistory(of: code, on: "1001", in: company.id, by: viewer.id)
    }

    fileprivate func told(of code: String) async throws -> [String] {
        try await history(code).map { "\($0.entry.number) \($0.bearing)" }
    }
}
