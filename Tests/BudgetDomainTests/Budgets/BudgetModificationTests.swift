import BudgetDomain
import Testing

@Suite struct BudgetModificationTests {
    private let standing = BudgetStanding(budget: Clinic.budget())
    private var grandTotal: BudgetStanding {
        BudgetStanding(budget: Clinic.budget(), settings: CompanySettings(allowsGrandTotalModifications: true))
    }

    @Test func `a modification moves money between two lines and leaves the total`() throws {
        let budget = try standing.modifying(.move(1, from: "A", to: "C", 300_00), by: .manager)

        #expect(
            try budget.amountsByLine() == [
                BudgetAmounts(original: usd(1_000_00), modifications: usd(-300_00)),
                BudgetAmounts(original: usd(500_00), modifications: usd(0)),
                BudgetAmounts(original: usd(0), modifications: usd(300_00)),
            ])
        #expect(try budget.amountsByLine().map { try $0.revised() } == [usd(700_00), usd(500_00), usd(300_00)])
        #expect(try budget.totals() == BudgetAmounts(original: usd(1_500_00), modifications: usd(0)))
    }

    @Test(
        arguments: [
            (.move(1, from: "A", to: "C", 1), ["allowed"], ["allowed"]),
            (.move(1, from: "A", to: "C", 0), ["modificationMovesNothing"], ["modificationMovesNothing"]),
            (.move(1, from: "A", to: "C", -1), ["transferAmountMustBePositive"], ["transferAmountMustBePositive"]),
            (.move(1, from: "A", to: "A", 1), ["modificationHasOneLineTwice"], ["modificationHasOneLineTwice"]),
            (.move(1, from: "Z", to: "A", 1), ["noSuchBudgetLineItem"], ["noSuchBudgetLineItem"]),
            (.move(1, from: "A", to: "Z", 1), ["noSuchBudgetLineItem"], ["noSuchBudgetLineItem"]),
            (.move(1, from: nil, to: "A", 1), ["modificationMustBeNetZero"], ["allowed"]),
            (.move(1, from: nil, to: "A", -1), ["modificationMustBeNetZero"], ["allowed"]),
            (.move(1, from: nil, to: "A", 0), ["modificationMovesNothing"], ["modificationMovesNothing"]),
        ] as [(BudgetModification, [String], [String])])
    func `is held to its rules, without and with the grand-total setting`(
        modification: BudgetModification, without: [String], with: [String]
    ) {
        #expect(codes(try standing.modifying(modification, by: .manager)) == without)
        #expect(codes(try grandTotal.modifying(modification, by: .manager)) == with)
    }

    @Test func `notes have a limit, and so has what a line may come to`() {
        let long = BudgetModification.move(1, from: "A", to: "B", 1, notes: String(repeating: "n", count: 4_001))
        #expect(codes(try standing.modifying(long, by: .manager)) == ["textIsTooLong"])
        let full = BudgetModification.move(1, from: "A", to: "B", 1, notes: String(repeating: "n", count: 4_000))
        #expect(codes(try standing.modifying(full, by: .manager)) == ["allowed"])
        let unseen = BudgetModification.move(1, from: "A", to: "B", 1, notes: "over\u{0}time")
        #expect(codes(try standing.modifying(unseen, by: .manager)) == ["textHasNUL"])
        let huge = BudgetModification.move(1, from: "A", to: "B", Money.limitMinorUnits)
        #expect(codes(try standing.modifying(huge, by: .manager)) == ["amountIsOutOfRange"])
    }

    @Test func `needs Budget Standard and a locked budget`() {
        let move = BudgetModification.move(1, from: "A", to: "B", 1)
        let standard = Person.person("Sam", [.budget: .standard])
        let unlocked = BudgetStanding(budget: Clinic.budget(locked: false))
        #expect(codes(try standing.modifying(move, by: .viewer)) == ["notPermitted"])
        #expect(codes(try standing.modifying(move, by: standard)) == ["allowed"])
        #expect(codes(try unlocked.modifying(move, by: standard)) == ["budgetIsNotLocked"])
    }
}
