import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct ImportBudgetTests {
    private func load(
        _ text: String, into fixture: FurnishedFixture, addsCostCodes: Bool = false
    ) async throws -> BudgetImportOutcome {
        try await fixture.plumbline.importBudget(
            file: Array(text.utf8), overrides: [:], addsCostCodes: addsCostCodes, into: "1001",
            in: fixture.company.id, by: fixture.estimator.id)
    }

    @Test(arguments: Storage.available)
    func `a second import adds and overwrites, and deletes nothing`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let header = "Cost Code,Cost Type,Description,Budget Amount\n"
        let first = try await load(header + "03-100,Labor,Forms,100.00\n03-300,MAT,Mix,50.00\n", into: fixture)
        let ids = try await fixture.view().standing.budget.lines.map(\.id)

        let second = try await load(
            header + "03-300,Materials,Mix,75.25\n03-100,Equipment,Pump,20.00\n03-100,L,Forms,100.00\n",
            into: fixture)

        #expect(
            first
                == .imported(
                    BudgetImportSummary(
                        added: 2, changed: 0, unchanged: 0, costCodesAdded: 0, total: usd(150_00), notes: [])))
        #expect(
            second
                == .imported(
                    BudgetImportSummary(
                        added: 1, changed: 1, unchanged: 1, costCodesAdded: 0, total: usd(195_25), notes: [])))
        let lines = try await fixture.view().standing.budget.lines
        #expect(lines.map(\.code.description) == ["03-100.L", "03-300.M", "03-100.E"])
        #expect(lines.map(\.originalAmount) == [usd(100_00), usd(75_25), usd(20_00)])
        #expect(Array(lines.map(\.id).prefix(2)) == ids)
        let audit = try await fixture.lastAudit()
        #expect(
            audit
                == AuditEntry(
                    number: 11, at: Fixture.start, actor: fixture.actor(fixture.estimator), act: .budgetImported,
                    subject: "budget of 1001",
                    details: "added: 1\nchanged: 1\nunchanged: 1\ncost codes added: 0\ntotal of the file: 195.25"))
    }

    @Test(arguments: Storage.available)
    func `one wrong row keeps the whole file out`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)

        let outcome = try await load(
            "Cost Code,Cost Type,Budget Amount\n03-100,L,100.00\n09-200,L,5.00\n03-300,Magic,6.00\n", into: fixture)

        #expect(
            outcome
                == .problems(
                    [
                        ImportProblem(row: 3, column: "Cost Code", reason: "There is no cost code “09-200”."),
                        ImportProblem(row: 4, column: "Cost Type", reason: "There is no cost type “Magic”."),
                    ], unlisted: 0))
        let lines = try await fixture.view().standing.budget.lines
        #expect(lines == [])
        let audit = try await fixture.lastAudit()
        #expect(audit?.number == 9)
    }

    @Test func `a type written as its code and as its name is one type`() async throws {
        let fixture = try await FurnishedFixture(.memory)
        try await fixture.plumbline.addCostType(
            code: "R", name: "Rental", to: fixture.company.id, by: .commandLine)

        let outcome = try await load(
            "Cost Code,Cost Type,Budget Amount\n03-100,r,100.00\n03-100,Rental,5.00\n", into: fixture)

        #expect(
            outcome
                == .problems(
                    [
                        ImportProblem(
                            row: 3, column: "Cost Type",
                            reason: "The budget code 03-100.R is on row 2 already: a code has one line.")
                    ], unlisted: 0))
    }

    @Test(arguments: Storage.available)
    func `new cost codes come in below their tiers when asked for`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let file = """
            Cost Code Tier 1,Cost Code Tier 2,Cost Type,Budget Amount
            09 - Finishes,09-200 - Plaster,L,100.00
            09 - Finishes,09-900 - Paint,L,40.00

            """

        let outcome = try await load(file, into: fixture, addsCostCodes: true)

        #expect(
            outcome
                == .imported(
                    BudgetImportSummary(
                        added: 2, changed: 0, unchanged: 0, costCodesAdded: 3, total: usd(140_00), notes: [])))
        let codes = try await fixture.plumbline.costCodes(of: fixture.company.id).map(\.costCode)
        #expect(codes.map(\.code) == ["03-100", "03-300", "09", "09-200", "09-900"])
        #expect(codes.map(\.title) == ["Formwork", "Concrete", "Finishes", "Plaster", "Paint"])
        #expect(codes.map(\.parentCode) == [nil, nil, nil, "09", "09"])
    }

    @Test func `the company's setting adds cost codes too`() async throws {
        let fixture = try await FurnishedFixture(.memory)
        _ = try await fixture.plumbline.changeSettings(of: fixture.company.id, by: .commandLine) {
            $0.addsCostCodesOnImport = true
        }

        let outcome = try await load("Cost Code,Cost Type,Budget Amount\n09-200,L,1.00\n", into: fixture)

        #expect(
            outcome
                == .imported(
                    BudgetImportSummary(
                        added: 1, changed: 0, unchanged: 0, costCodesAdded: 1, total: usd(1_00), notes: [])))
    }

    @Test(arguments: Storage.available)
    func `a locked budget refuses an import before the file is read`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        try await fixture.lock()

        await #expect(throws: Refused(.budgetIsLocked(act: .importBudget))) {
            try await load("no budget at all", into: fixture)
        }
    }

    @Test func `lines that add up beyond the limit with those that are there are refused`() async throws {
        let fixture = try await FurnishedFixture(.memory)
        try await fixture.addLine("03-100", "L", 999_999_999_999_999)

        await #expect(
            throws: Refused(.amountIsOutOfRange("The figure is larger than QuickBooks accepts."))
        ) {
            try await load("Cost Code,Cost Type,Budget Amount\n03-300,L,0.01\n", into: fixture)
        }
    }

    @Test func `codes that are too long are problems of their row`() async throws {
        let fixture = try await FurnishedFixture(.memory)
        let code = String(repeating: "9", count: 51)

        let outcome = try await load(
            "Cost Code,Cost Type,Budget Amount\n\(code),L,1.00\n", into: fixture, addsCostCodes: true)

        #expect(
            outcome
                == .problems(
                    [
                        ImportProblem(
                            row: 2, column: "Cost Code", reason: "The cost code is longer than 50 characters.")
                    ], unlisted: 0))
    }

    @Test(arguments: Storage.available)
    func `five thousand lines come in, and come in changed`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        func file(cents: String) -> String {
            "Cost Code,Cost Type,Budget Amount\n"
                + (1...5_000).map { "C-\($0),L,\($0).\(cents)\n" }.joined()
        }

        let first = try await load(file(cents: "00"), into: fixture, addsCostCodes: true)
        let second = try await load(file(cents: "50"), into: fixture)

        #expect(
            first
                == .imported(
                    BudgetImportSummary(
                        added: 5_000, changed: 0, unchanged: 0, costCodesAdded: 5_000,
                        total: usd(12_502_500_00), notes: [])))
        #expect(
            second
                == .imported(
                    BudgetImportSummary(
                        added: 0, changed: 5_000, unchanged: 0, costCodesAdded: 0,
                        total: usd(12_505_000_00), notes: [])))
    }
}
