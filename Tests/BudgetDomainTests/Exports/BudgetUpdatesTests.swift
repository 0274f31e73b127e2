import BudgetDomain
import Testing

@Suite struct BudgetUpdatesTests {
    @Test func `each code that is sent shows once what it will be worth in QuickBooks`() throws {
        let exported: [ExportTransaction] = [
            .written("m1", "A", .original, 1_000_00), .written("m2", "B", .original, 500_00),
            .written("m3", "A", .modificationFrom, -100_00), .written("m4", "B", .modificationTo, 100_00),
        ]
        let sending: [ExportTransaction] = [
            .written("m5", "A", .originalChange, 50_00), .written("m6", "A", .modificationFrom, -7),
            .written("m7", "C", .original, 0), .written("m8", "C", .modificationTo, 7),
        ]

        #expect(
            try BudgetUpdates.rows(sending: sending, exported: exported, currency: .usd) == [
                BudgetUpdateRow(
                    costCode: "A", category: "L", originalBudget: usd(1_050_00), budgetChanges: usd(-100_07),
                    revisedEstimate: usd(949_93)),
                BudgetUpdateRow(
                    costCode: "C", category: "L", originalBudget: usd(0), budgetChanges: usd(7),
                    revisedEstimate: usd(7)),
            ])
        #expect(try BudgetUpdates.rows(sending: [], exported: exported, currency: .usd) == [])
    }
}
