import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct EditBudgetTests {
    @Test(arguments: Storage.available)
    func `an edit changes, adds and deletes in one step, and the audit tells of each`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let first = try await fixture.addLine("03-100", "L", 1_000_00)
        let second = try await fixture.addLine("03-300", "M", 200_00)

        let report = try await fixture.edit([
            BudgetRowEdit(.line(first.id), cells: [.amount: "=1000*1.08"], seen: [.amount: "1000.00"]),
            BudgetRowEdit(.newLine, cells: [.costCode: "03-100", .costType: "Materials", .amount: "50"]),
            BudgetRowEdit(.deletion(second.id)),
        ])

        #expect(report.command?.label == "Edit of 1 cell, 1 new line, 1 deleted line")
        #expect(report.refusals == [])
        #expect(try await fixture.lines() == ["03-100.L 1,080.00", "03-100.M 50.00"])
        let audit = try await fixture.plumbline.auditEntries(of: fixture.company.id, limit: 3)
        #expect(
            audit.map { "\($0.act.rawValue): \($0.details)" } == [
                "line item deleted: line: 03-300.M\namount: 200.00",
                "line item added: line: 03-100.M\namount: 50.00",
                "original amount changed: line: 03-100.L\nfrom: 1,000.00\nto: 1,080.00",
            ])
    }

    @Test(arguments: Storage.available)
    func `one refused row refuses all, unless what is accepted is wanted`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let line = try await fixture.addLine("03-100", "L", 1_000_00)
        let rows = [
            BudgetRowEdit(.line(line.id), cells: [.quantity: "10", .unitCost: "2.50", .unitOfMeasure: "m2"]),
            BudgetRowEdit(.newLine, cells: [.costCode: "09-900", .costType: "L", .amount: "1"]),
            BudgetRowEdit(.line(ID("elsewhere")), cells: [.amount: "1"]),
        ]
        let refusals = [Refusal.noSuchCostCode("09-900"), .noSuchBudgetLineItem("elsewhere")]

        let whole = try await fixture.edit(rows)
        #expect(whole.command == nil)
        #expect(whole.refusals == refusals)
        #expect(try await fixture.lines() == ["03-100.L 1,000.00"])
        let preview = try await fixture.plumbline.previewEdit(
            BudgetEdit(rows, rule: .whatIsAccepted), of: "1001", in: fixture.company.id, by: fixture.manager.id)
        #expect(preview.refusals == refusals)
        #expect(try await fixture.lines() == ["03-100.L 1,000.00"])

        let parts = try await fixture.edit(rows, source: .paste, rule: .whatIsAccepted)
        #expect(parts.refusals == refusals)
        #expect(parts.command?.label == "Paste of 4 cells")
        #expect(try await fixture.lines() == ["03-100.L 25.00"])
        let audit = try await fixture.lastAudit()
        #expect(audit?.details == "line: 03-100.L\nfrom: 1,000.00\nto: 25.00 = 10 m2 × 2.50")
    }

    @Test(arguments: Storage.available)
    func `steps are undone and redone in their order, by whoever did them`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let first = try await fixture.addLine("03-100", "L", 100_00)
        try await fixture.addLine("03-300", "M", 200_00)
        _ = try await fixture.edit([BudgetRowEdit(.line(first.id), cells: [.description: "Walls"])])
        _ = try await fixture.edit([BudgetRowEdit(.deletion(first.id))])
        let steps = try await fixture.steps()
        #expect(steps.undo?.label == "Deletion of 1 line")
        #expect(steps.redo == nil)
        let others = try await fixture.plumbline.budgetSteps(
            of: "1001", in: fixture.company.id, by: fixture.estimator.id)
        #expect(others == BudgetSteps(undo: nil, redo: nil))

        #expect(try await fixture.undo().label == "Deletion of 1 line")
        // The line is back where it stood.
        #expect(try await fixture.lines() == ["03-100.L 100.00", "03-300.M 200.00"])
        #expect(try await fixture.undo().label == "Edit of 1 cell")
        #expect(try await fixture.view().standing.budget.lines.first == first)
        await #expect(throws: Refused(.nothingToUndo)) { try await fixture.undo() }
        #expect(try await fixture.redo().label == "Edit of 1 cell")
        let audit = try await fixture.lastAudit()
        #expect(audit?.act == .descriptionChanged)
        #expect(audit?.details == "line: 03-100.L\nfrom: Formwork.Labor\nto: Walls")

        _ = try await fixture.edit([BudgetRowEdit(.line(first.id), cells: [.amount: "7"])])
        await #expect(throws: Refused(.nothingToRedo)) { try await fixture.redo() }
    }

    @Test(arguments: Storage.available)
    func `the second of two people sees what the first typed, and can still type over it`(
        storage: Storage
    ) async throws {
        let fixture = try await FurnishedFixture(storage)
        let line = try await fixture.addLine("03-100", "L", 100_00)
        let looked = try await fixture.sheet()
        _ = try await fixture.edit([BudgetRowEdit(.line(line.id), cells: [.amount: "150"], seen: [.amount: "100.00"])])

        let second = BudgetRowEdit(.line(line.id), cells: [.amount: "170"], seen: [.amount: "100.00"])
        let report = try await fixture.edit([second])
        #expect(
            report.refusals == [.cellHasChanged(code: "03-100.L", column: "Original Budget Amount", now: "150.00")])
        // Whoever looked before has to look again; whoever looked since has not.
        #expect(report.afterwards.before != looked.version)
        let chosen = try await fixture.edit([
            BudgetRowEdit(.line(line.id), cells: [.amount: "170"], seen: [.amount: "150.00"])
        ])
        #expect(chosen.afterwards.before == report.afterwards.version)
        #expect(try await fixture.lines() == ["03-100.L 170.00"])
        #expect(try await fixture.sheet().version == chosen.afterwards.version)
    }

    @Test(arguments: Storage.available)
    func `the sheet tells what of each line QuickBooks could not carry`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        try await fixture.addLine("03-100", "L", 100_00)
        try await fixture.addLine("03-300", "M", 100_00)

        let sheet = try await fixture.sheet()

        #expect(
            sheet.lines.map(\.problems) == [
                [.costCodesAreNotSynced(codes: ["03-100"])], [.costCodesAreNotSynced(codes: ["03-300"])],
            ])
        #expect(sheet.costTypes.map(\.code) == ["E", "L", "M", "O", "OC", "S", "SVC"])
        #expect(sheet.view.refusalsToViewer(of: .editOriginalAmount) == [])
    }

    @Test(arguments: Storage.available)
    func `a step that somebody else has changed since is not undone`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let line = try await fixture.addLine("03-100", "L", 100_00)
        _ = try await fixture.edit([BudgetRowEdit(.line(line.id), cells: [.amount: "150"])])
        _ = try await fixture.plumbline.setOriginalAmount(
            of: "03-100.L", to: .manual(usd(170_00)), on: "1001", in: fixture.company.id, by: fixture.estimator.id)

        await #expect(
            throws: Refused(
                .stepIsOvertaken(
                    step: "Edit of 1 cell",
                    reason: "Original Budget Amount of 03-100.L was changed since and is now “170.00”"))
        ) { try await fixture.undo() }
        #expect(try await fixture.lines() == ["03-100.L 170.00"])
        try await fixture.lock()
        await #expect(throws: Refused(.budgetIsLocked(act: .editOriginalAmount))) {
            _ = try await fixture.plumbline.setOriginalAmount(
                of: "03-100.L", to: .manual(usd(150_00)), on: "1001", in: fixture.company.id, by: fixture.manager.id)
        }
    }

    @Test(arguments: Storage.available)
    func `five thousand rows are one step, and one more is too many`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let line = try await fixture.addLine("03-100", "L", 1_00)
        let row = BudgetRowEdit(.line(line.id), cells: [.amount: "1"])

        let report = try await fixture.edit([BudgetRowEdit](repeating: row, count: 5_000))
        #expect(report.rows == [BudgetEditReport.Outcome](repeating: .unchanged, count: 5_000))
        #expect(report.command == nil)
        await #expect(throws: Refused(.tooManyEdits(most: 5_000))) {
            try await fixture.edit([BudgetRowEdit](repeating: row, count: 5_001))
        }
    }
}

extension FurnishedFixture {
    fileprivate func edit(
        _ rows: [BudgetRowEdit], source: BudgetEdit.Source = .typing, rule: BudgetEdit.Rule = .allOrNothing
    ) async throws -> BudgetEditReport {
        try await plumbline.editBudget(
            BudgetEdit(rows, source: source, rule: rule), of: "1001", in: company.id, by: manager.id)
    }

    fileprivate func undo() async throws -> BudgetStepReport {
        try await plumbline.undoBudgetEdit(of: "1001", in: company.id, by: manager.id)
    }

    fileprivate func redo() async throws -> BudgetStepReport {
        try await plumbline.redoBudgetEdit(of: "1001", in: company.id, by: manager.id)
    }

    fileprivate func sheet() async throws -> BudgetSheet {
        try await plumbline.budgetSheet(of: "1001", in: company.id, by: manager.id)
    }

    fileprivate func steps() async throws -> BudgetSteps {
        try await plumbline.budgetSteps(of: "1001", in: company.id, by: manager.id)
    }

    fileprivate func lines() async throws -> [String] {
        try await view().standing.budget.lines.map { "\($0.code) \($0.originalAmount.formatted)" }
    }
}
