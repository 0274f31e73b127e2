import BudgetDomain
import Testing

@Suite struct BudgetImportTests {
    private let standing = BudgetStanding(budget: Clinic.budget(locked: false))

    @Test func `a file adds, overwrites by budget code, keeps ids, and deletes nothing`() throws {
        let otherID = BudgetLineItem(
            id: ID("new"), code: BudgetLineItem.line("A", 0).code, description: "Work A", calculation: .manual,
            originalAmount: usd(1_200_00))

        let change = try standing.importing([.line("D", 7), otherID, .line("B", 500_00)], by: .manager)

        #expect(
            change == BudgetImportChange(added: [.line("D", 7)], changed: [.line("A", 1_200_00)], unchanged: 1))
        #expect(
            standing.budget.applying(change).lines == [
                .line("A", 1_200_00), .line("B", 500_00), .line("C", 0), .line("D", 7),
            ])
    }

    @Test func `a file is refused whole when the budget cannot take it`() {
        #expect(importing([.line("D", 1)], into: BudgetStanding(budget: Clinic.budget())) == ["budgetIsLocked"])
        #expect(importing([.line("D", 1), .line("D", 2)], into: standing) == ["budgetCodeIsAlreadyOnBudget"])
        #expect(importing([.line("D", Money.limitMinorUnits)], into: standing) == ["amountIsOutOfRange"])
        #expect(importing((4...20_001).map { .line("\($0)", 0) }, into: standing) == ["budgetHasTooManyLines"])
        #expect(importing((4...20_000).map { .line("\($0)", 0) }, into: standing) == ["allowed"])
        #expect(codes(try standing.importing([], by: .viewer)) == ["notPermitted"])
    }

    private func importing(_ lines: [BudgetLineItem], into standing: BudgetStanding) -> [String] {
        codes(try standing.importing(lines, by: .manager))
    }
}
