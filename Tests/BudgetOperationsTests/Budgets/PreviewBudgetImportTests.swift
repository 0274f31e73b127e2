import BudgetDomain
import BudgetOperations
import SQLDatabase
import TestStorage
import Testing

@Suite struct PreviewBudgetImportTests {
    @Test(arguments: Storage.available)
    func `a preview says what the import then does, and stores nothing`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        try await fixture.addLine("03-100", "L", 5_00)
        let file = Array("Code,Type,Amount\n03-100,L,7\n03-300,M,2.50\n09-900,L,1\n".utf8)
        func preview(addsCostCodes: Bool) async throws -> BudgetImportPreview {
            try await fixture.plumbline.previewBudgetImport(
                file: file, mapping: nil, addsCostCodes: addsCostCodes, into: "1001", in: fixture.company.id,
                by: fixture.manager.id)
        }
        #expect(
            try await preview(addsCostCodes: false).outcome
                == .problems(
                    [ImportProblem(row: 4, column: "Cost Code", reason: "There is no cost code “09-900”.")],
                    unlisted: 0))

        let shown = try await preview(addsCostCodes: true)

        guard case .ready(let ready) = shown.outcome else {
            Issue.record("the file can be imported")
            return
        }
        #expect(ready.lines.map(\.line.code.description) == ["03-100.L", "03-300.M", "09-900.L"])
        #expect(ready.lines.map(\.fate) == [.changed(from: usd(5_00)), .added, .added])
        #expect(ready.newCostCodes == ["09-900"] && ready.total == usd(10_50))
        #expect(shown.layout?.headers == ["Code", "Type", "Amount"])
        #expect(shown.layout?.columns == [.costCode: 0, .costType: 1, .amount: 2])
        #expect(try await fixture.view().standing.budget.lines.map(\.originalAmount) == [usd(5_00)])
        let outcome = try await fixture.plumbline.importBudget(
            file: file, overrides: [:], addsCostCodes: true, into: "1001", in: fixture.company.id,
            by: fixture.manager.id)
        guard case .imported(let summary) = outcome else {
            Issue.record("the file was imported")
            return
        }
        #expect(summary.added == 2 && summary.changed == 1 && summary.total == ready.total)
    }

    @Test(arguments: Storage.available)
    func `a chosen column is taken whatever its header says`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let file = Array("Amount,Old amount,What\n03-100,1,7\n".utf8)
        let mapping = ColumnMapping(headerRow: 1, choices: [(0, .costCode), (2, .amount)])

        let outcome = try await fixture.plumbline.importBudget(
            file: file, overrides: [:], mapping: mapping, addsCostCodes: false, into: "1001", in: fixture.company.id,
            by: fixture.manager.id)

        guard case .imported = outcome else {
            Issue.record("the file was imported: \(outcome)")
            return
        }
        let lines = try await fixture.view().standing.budget.lines
        #expect(lines.map(\.code.description) == ["03-100.O"])
        #expect(lines.map(\.originalAmount) == [usd(7_00)])
    }
}
