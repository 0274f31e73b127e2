import BudgetDomain
import Testing

@Suite struct BudgetLineTests {
    private let unlocked = BudgetStanding(budget: Clinic.budget(locked: false))
    private let locked = BudgetStanding(budget: Clinic.budget())

    @Test func `an unlocked budget takes a line with its amount`() throws {
        let budget = try unlocked.adding(.line("D", 250_00), by: .manager)

        #expect(
            budget.lines == [.line("A", 1_000_00), .line("B", 500_00), .line("C", 0), .line("D", 250_00)])
    }

    @Test func `a locked budget takes only lines of zero`() throws {
        #expect(
            codes(try locked.adding(.line("D", 1), by: .manager)) == ["lockedBudgetTakesOnlyZeroLines"])
        #expect(try locked.adding(.line("D", 0), by: .manager).lines.count == 4)
    }

    @Test func `a budget code stands once on a budget, another cost type is another code`() throws {
        #expect(
            codes(try unlocked.adding(.line("A", 0), by: .manager)) == ["budgetCodeIsAlreadyOnBudget"])
        let materials = BudgetLineItem(
            id: ID("A.M"), code: BudgetCode(costCode: ID("A"), costCodeText: "A", costType: "M"),
            description: "Work A", calculation: .manual, originalAmount: usd(5))
        #expect(try unlocked.adding(materials, by: .manager).lines.last == materials)
    }

    @Test func `a full budget takes no further line`() {
        let lines = (1...20_000).map { BudgetLineItem.line("\($0)", 0) }
        let full = BudgetStanding(budget: Clinic.budget(lines, locked: false))

        #expect(
            codes(try full.adding(.line("A", 0), by: .manager)) == ["budgetHasTooManyLines"])
    }

    @Test func `an original amount changes while the budget is unlocked, not after`() throws {
        let budget = try unlocked.settingOriginal(of: ID("B"), to: usd(-1), calculation: .manual, by: .manager)

        #expect(budget.lines == [.line("A", 1_000_00), .line("B", -1), .line("C", 0)])
        #expect(
            codes(try locked.settingOriginal(of: ID("B"), to: usd(1), calculation: .manual, by: .manager)) == [
                "budgetIsLocked"
            ])
        #expect(
            codes(try unlocked.settingOriginal(of: ID("Z"), to: usd(1), calculation: .manual, by: .manager)) == [
                "noSuchBudgetLineItem"
            ])
    }

    @Test func `an amount that no budget can hold is refused, alone or in the total`() {
        let most = Money.limitMinorUnits
        #expect(
            codes(try unlocked.settingOriginal(of: ID("A"), to: usd(most + 1), calculation: .manual, by: .manager)) == [
                "amountIsOutOfRange"
            ])
        #expect(
            codes(try unlocked.adding(.line("D", most), by: .manager)) == ["amountIsOutOfRange"])
        let euros = Money(minorUnits: 1, currency: .eur)
        #expect(
            codes(try unlocked.settingOriginal(of: ID("A"), to: euros, calculation: .manual, by: .manager)) == [
                "amountIsOutOfRange"
            ])
    }

    @Test func `a line goes unless QuickBooks, its amount or a modification holds it`() throws {
        #expect(try unlocked.deleting(line: ID("A"), by: .manager).lines == [.line("B", 500_00), .line("C", 0)])
        #expect(try locked.deleting(line: ID("C"), by: .manager).lines == [.line("A", 1_000_00), .line("B", 500_00)])
        #expect(deleting("A", from: locked) == ["lockedLineHasAnOriginalAmount"])

        for budgetIsLocked in [true, false] {
            let moved = Clinic.budget(locked: budgetIsLocked, modifications: [.move(1, from: nil, to: "C", 5)])
            #expect(deleting("C", from: BudgetStanding(budget: moved)) == ["lineHasModifications"])

            var exported = BudgetStanding(budget: Clinic.budget(locked: budgetIsLocked))
            exported.exported = [.written("m1", "C", .original, 0)]
            #expect(deleting("C", from: exported) == ["lineIsInQuickBooks"])
        }
        let negative = BudgetStanding(budget: Clinic.budget([.line("A", -1)]))
        #expect(deleting("A", from: negative) == ["lockedLineHasAnOriginalAmount"])
    }

    @Test func `lines need the right to change originals or to delete`() {
        #expect(codes(try unlocked.adding(.line("D", 0), by: .viewer)) == ["notPermitted"])
        #expect(
            codes(try unlocked.deleting(line: ID("A"), by: .viewer)) == ["notPermitted"])
        #expect(
            codes(try unlocked.settingOriginal(of: ID("A"), to: usd(1), calculation: .manual, by: .viewer)) == [
                "notPermitted"
            ])
    }

    private func deleting(_ letter: String, from standing: BudgetStanding) -> [String] {
        codes(try standing.deleting(line: ID(letter), by: .manager))
    }
}
