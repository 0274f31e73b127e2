import BudgetDomain
import BudgetOperations
import TestStorage
import Testing

@Suite struct LineItemTests {
    @Test(arguments: Storage.available)
    func `a line is added with what it is computed from`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let quantity = try Quantity(parsing: "12.5")
        let unitCost = try UnitCost(parsing: "3.333", currency: .usd)

        let line = try await fixture.plumbline.addLineItem(
            code: "03-100", costType: "labour", description: "",
            amount: .automatic(quantity, unitOfMeasure: "m2", unitCost), to: "1001", in: fixture.company.id,
            by: fixture.estimator.id)

        #expect(line.code.description == "03-100.L")
        #expect(line.description == "Formwork.Labor")
        #expect(line.calculation == .automatic(quantity: quantity, unitOfMeasure: "m2", unitCost: unitCost))
        #expect(line.originalAmount == usd(41_66))
        let view = try await fixture.view()
        #expect(view.standing.budget.lines == [line])
        #expect(view.amounts == [BudgetAmounts(original: usd(41_66), modifications: usd(0))])
        #expect(view.totals == BudgetAmounts(original: usd(41_66), modifications: usd(0)))
        #expect(view.restrictions.refusal(of: .addLineItem) == nil)
        #expect(view.costTypeNames["SVC"] == "Professional Services")
        let audit = try await fixture.lastAudit()
        #expect(
            audit
                == AuditEntry(
                    number: 10, at: Fixture.start, actor: fixture.actor(fixture.estimator), act: .lineItemAdded,
                    subject: "budget of 1001", details: "line: 03-100.L\namount: 41.66"))
    }

    @Test(arguments: Storage.available)
    func `a line that cannot be is refused`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        try await fixture.addLine("03-100", "L", 100)

        await #expect(throws: Refused(.noSuchCostCode("09-200"))) { try await fixture.addLine("09-200", "L", 1) }
        await #expect(throws: Refused(.noSuchCostType("Q"))) { try await fixture.addLine("03-100", "Q", 1) }
        await #expect(throws: Refused(.budgetCodeIsAlreadyOnBudget(code: "03-100.L"))) {
            try await fixture.addLine("03-100", "Labor", 1)
        }
        await #expect(
            throws: Refused(.amountIsOutOfRange("The figure is larger than QuickBooks accepts."))
        ) { try await fixture.addLine("03-300", "L", 1_000_000_000_000_000) }
        await #expect(throws: Refused(.textIsTooLong(field: "The description", longest: 4_095))) {
            try await fixture.plumbline.addLineItem(
                code: "03-300", costType: "L", description: String(repeating: "x", count: 4_096),
                amount: .manual(usd(0)), to: "1001", in: fixture.company.id, by: fixture.manager.id)
        }
        await #expect(throws: Refused(.textHasNUL(field: "The description"))) {
            try await fixture.plumbline.addLineItem(
                code: "03-300", costType: "L", description: "Form\u{0}work", amount: .manual(usd(0)), to: "1001",
                in: fixture.company.id, by: fixture.manager.id)
        }
        let lines = try await fixture.view().standing.budget.lines
        #expect(lines.map(\.code.description) == ["03-100.L"])
    }

    @Test(arguments: Storage.available)
    func `an original amount changes with both amounts written down`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        let old = try await fixture.addLine("03-100", "L", 1_000_00)

        let new = try await fixture.plumbline.setOriginalAmount(
            of: "03-100.L", to: .manual(usd(2_500_50)), on: "1001", in: fixture.company.id, by: fixture.manager.id)

        #expect(
            new
                == BudgetLineItem(
                    id: old.id, code: old.code, description: "Formwork.Labor", calculation: .manual,
                    originalAmount: usd(2_500_50)))
        let lines = try await fixture.view().standing.budget.lines
        #expect(lines == [new])
        let audit = try await fixture.lastAudit()
        #expect(
            audit
                == AuditEntry(
                    number: 11, at: Fixture.start, actor: fixture.actor(fixture.manager),
                    act: .originalAmountChanged, subject: "budget of 1001",
                    details: "line: 03-100.L\nfrom: 1,000.00\nto: 2,500.50"))
    }

    @Test(arguments: Storage.available)
    func `a deleted line is gone`(storage: Storage) async throws {
        let fixture = try await FurnishedFixture(storage)
        try await fixture.addLine("03-100", "L", 100_00)
        let kept = try await fixture.addLine("03-300", "M", 200_00)

        try await fixture.plumbline.deleteLineItem(
            "03-100.L", on: "1001", in: fixture.company.id, by: fixture.manager.id)

        let lines = try await fixture.view().standing.budget.lines
        #expect(lines == [kept])
        let audit = try await fixture.lastAudit()
        #expect(
            audit
                == AuditEntry(
                    number: 12, at: Fixture.start, actor: fixture.actor(fixture.manager), act: .lineItemDeleted,
                    subject: "budget of 1001", details: "line: 03-100.L\namount: 100.00"))
        await #expect(throws: Refused(.noSuchBudgetLineItem("03-100.L"))) {
            try await fixture.plumbline.deleteLineItem(
                "03-100.L", on: "1001", in: fixture.company.id, by: fixture.manager.id)
        }
    }
}
