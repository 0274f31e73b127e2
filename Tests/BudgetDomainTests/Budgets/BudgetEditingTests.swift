import BudgetDomain
import Testing

@Suite struct BudgetEditingTests {
    private static let open = BudgetStanding(budget: Clinic.budget(locked: false))

    @Test func `a cell that is typed over changes its line alone`() throws {
        var editing = BudgetEditing(Self.open, by: .manager)

        #expect(try editing.type([.amount: "=1000*1.08", .description: "Walls"], on: ID("A")))
        #expect(try !editing.type([.amount: "500"], on: ID("B"), seen: [.amount: "500.00"]))

        var changed = BudgetLineItem.line("A", 1_080_00)
        changed.description = "Walls"
        #expect(editing.changes == [BudgetLineChange(before: .line("A", 1_000_00), after: changed)])
        #expect(editing.changes.first?.cells == [.description, .amount])
        #expect(editing.budget.lines == [changed, .line("B", 500_00), .line("C", 0)])
    }

    @Test(
        arguments: [
            ([.quantity: "3", .unitCost: "12.5", .unitOfMeasure: "m2"], "3", "m2", "12.50", "37.50"),
            // The amount of 1,000.00 stays, and the other figure is found.
            ([.quantity: "3"], "3", "", "333.33333", "1000.00"),
            ([.unitCost: "12.50"], "80", "", "12.50", "1000.00"),
            ([.quantity: "4", .amount: "100"], "4", "", "25.00", "100.00"),
            ([.amount: "7"], "", "", "", "7.00"),
            ([.amount: ""], "", "", "", "0.00"),
        ] as [([BudgetCell: String], String, String, String, String)])
    func `figures make each other`(
        typed: [BudgetCell: String], quantity: String, unit: String, cost: String, amount: String
    ) throws {
        var editing = BudgetEditing(Self.open, by: .manager)
        try editing.type(typed, on: ID("A"))
        let line = try editing.line(ID("A"))
        let shown = [BudgetCell.quantity, .unitOfMeasure, .unitCost, .amount].map { $0.text(of: line) }
        #expect(shown == [quantity, unit, cost, amount])
    }

    @Test func `an amount typed over a product stands alone, and a quantity that is cleared leaves it`() throws {
        var editing = BudgetEditing(Self.open, by: .manager)
        try editing.type([.quantity: "10", .unitCost: "5"], on: ID("A"))
        try editing.type([.amount: "50"], on: ID("A"))
        #expect(BudgetCell.quantity.text(of: try editing.line(ID("A"))) == "10")

        try editing.type([.amount: "60"], on: ID("A"))
        #expect(try editing.line(ID("A")).calculation == .manual)
        try editing.type([.quantity: "10", .unitCost: "5"], on: ID("A"))
        try editing.type([.quantity: ""], on: ID("A"))

        #expect(try editing.line(ID("A")) == .line("A", 50_00))
    }

    @Test(
        arguments: [
            (
                [.amount: "12x"],
                .cellIsUnreadable(
                    column: "Original Budget Amount", text: "12x", reason: "It is not an amount.")
            ),
            (
                [.quantity: "0"],
                .figuresDisagree(
                    code: "A.L", reason: "With this quantity alone the amount would no longer be 1,000.00.")
            ),
            (
                [.quantity: "2", .unitCost: "3", .amount: "7"],
                .figuresDisagree(
                    code: "A.L", reason: "The amount is 7.00, but quantity × unit cost is 6.00.")
            ),
            (
                [.unitOfMeasure: "m2"],
                .figuresDisagree(
                    code: "A.L", reason: "A unit of measure needs a quantity and a unit cost.")
            ),
            (
                [.quantity: "9999999999", .unitCost: "9999999999"],
                .amountIsOutOfRange(
                    "The figure is larger than QuickBooks accepts.")
            ),
            ([.amount: "9999999999999.99"], .amountIsOutOfRange("The figure is larger than QuickBooks accepts.")),
            ([.description: "a\u{0}"], .textHasNUL(field: "The description")),
            ([.costCode: "B"], .budgetCodeStays(code: "A.L")),
        ] as [([BudgetCell: String], Refusal)])
    func `what cannot be is refused, and nothing of it is kept`(typed: [BudgetCell: String], refusal: Refusal) {
        var editing = BudgetEditing(Self.open, by: .manager)
        #expect(throws: Refused(refusal)) { try editing.type(typed, on: ID("A")) }
        #expect(editing.changes.isEmpty)
        #expect(editing.budget == Self.open.budget)
    }

    @Test func `what somebody else typed first is shown, not overwritten`() {
        var editing = BudgetEditing(Self.open, by: .manager)
        #expect(
            throws: Refused(.cellHasChanged(code: "A.L", column: "Original Budget Amount", now: "1000.00"))
        ) { try editing.type([.amount: "5"], on: ID("A"), seen: [.amount: "900.00"]) }
    }

    @Test func `lines come and go in one sitting`() throws {
        var editing = BudgetEditing(Self.open, by: .manager)
        try editing.delete(ID("B"))
        _ = try editing.add(.line("D", 0), typed: [.amount: "7"])
        var again = BudgetLineItem.line("B", 9_00)
        again = BudgetLineItem(
            id: ID("B2"), code: again.code, description: "Again", calculation: .manual, originalAmount: usd(9_00))
        try editing.add(again)

        #expect(editing.budget.lines == [.line("A", 1_000_00), .line("C", 0), .line("D", 7_00), again])
    }

    @Test func `a step is undone and redone`() throws {
        var editing = BudgetEditing(Self.open, by: .manager)
        try editing.type([.amount: "5"], on: ID("A"))
        try editing.delete(ID("B"))
        try editing.add(.line("D", 1_00))
        let step = editing.changes

        var undoing = BudgetEditing(BudgetStanding(budget: editing.budget), by: .manager)
        try undoing.undo(step, of: "Edit")
        #expect(undoing.budget.lines == [.line("A", 1_000_00), .line("C", 0), .line("B", 500_00)])

        var redoing = BudgetEditing(BudgetStanding(budget: undoing.budget), by: .manager)
        try redoing.redo(step, of: "Edit")
        #expect(redoing.budget.lines == [.line("A", 5_00), .line("C", 0), .line("D", 1_00)])
    }

    @Test func `undo leaves alone what somebody else changed beside it`() throws {
        var editing = BudgetEditing(Self.open, by: .manager)
        try editing.type([.amount: "5"], on: ID("A"))
        let step = editing.changes
        try editing.type([.description: "Walls"], on: ID("A"))

        var undoing = BudgetEditing(BudgetStanding(budget: editing.budget), by: .manager)
        try undoing.undo(step, of: "Edit of 1 cell")
        var line = BudgetLineItem.line("A", 1_000_00)
        line.description = "Walls"
        #expect(try undoing.line(ID("A")) == line)

        try editing.type([.amount: "6"], on: ID("A"))
        var overtaken = BudgetEditing(BudgetStanding(budget: editing.budget), by: .manager)
        #expect(
            throws: Refused(
                .stepIsOvertaken(
                    step: "Edit of 1 cell",
                    reason: "Original Budget Amount of A.L was changed since and is now “6.00”"))
        ) { try overtaken.undo(step, of: "Edit of 1 cell") }
    }

    @Test func `the lock and the permissions hold for typing too`() {
        var locked = BudgetEditing(BudgetStanding(budget: Clinic.budget()), by: .manager)
        #expect(throws: Refused(.budgetIsLocked(act: .editOriginalAmount))) {
            try locked.type([.description: "x"], on: ID("A"))
        }
        var viewing = BudgetEditing(Self.open, by: .viewer)
        #expect(codes(try viewing.type([.amount: "1"], on: ID("A"))) == ["notPermitted"])
    }
}
