import BudgetDomain
import Testing

@Suite struct UnsyncedTransactionsTests {
    private let first: [ExportTransaction] = [
        .written("m1", "A", .original, 1_000_00), .written("m2", "B", .original, 500_00),
        .written("m3", "C", .original, 0),
    ]

    @Test func `the first time every line travels, zero included, and the modifications after them`() throws {
        let budget = Clinic.budget(modifications: [.move(1, from: "A", to: "C", 300_00, notes: "Glazing")])

        #expect(
            try drafts(of: budget) == [
                draft("A", .original, 1_000_00, "Work A [Labor]"),
                draft("B", .original, 500_00, "Work B [Labor]"),
                draft("C", .original, 0, "Work C [Labor]"),
                draft("A", .modificationFrom, -300_00, "Budget modification 1: Work A [Labor] (Glazing)", "mod 1"),
                draft("C", .modificationTo, 300_00, "Budget modification 1: Work C [Labor] (Glazing)", "mod 1"),
            ])
    }

    @Test func `nothing travels twice`() throws {
        let budget = Clinic.budget(modifications: [.move(1, from: "A", to: "C", 300_00)])
        let moved: [ExportTransaction] = [
            .written("m4", "A", .modificationFrom, -300_00, modification: "mod 1"),
            .written("m5", "C", .modificationTo, 300_00, modification: "mod 1"),
        ]
        #expect(try drafts(of: budget, exported: first + moved) == [])
    }

    @Test func `after a modification only its two sides travel`() throws {
        let budget = Clinic.budget(modifications: [.move(1, from: "B", to: "A", 1)])
        #expect(
            try drafts(of: budget, exported: first) == [
                draft("B", .modificationFrom, -1, "Budget modification 1: Work B [Labor]", "mod 1"),
                draft("A", .modificationTo, 1, "Budget modification 1: Work A [Labor]", "mod 1"),
            ])
    }

    @Test func `a one-sided modification has one side, of either sign`() throws {
        let budget = Clinic.budget(modifications: [
            .move(1, from: nil, to: "A", 5), .move(2, from: nil, to: "B", -7),
        ])
        #expect(
            try drafts(of: budget, exported: first) == [
                draft("A", .modificationTo, 5, "Budget modification 1: Work A [Labor]", "mod 1"),
                draft("B", .modificationTo, -7, "Budget modification 2: Work B [Labor]", "mod 2"),
            ])
    }

    @Test func `an original changed after it travelled sends the difference to what travelled in all`() throws {
        let lines: [BudgetLineItem] = [.line("A", 900_00), .line("B", 500_00), .line("C", 20_00), .line("D", 0)]
        let earlier = first + [.written("m4", "A", .originalChange, 50_00)]
        #expect(
            try drafts(of: Clinic.budget(lines), exported: earlier) == [
                draft("A", .originalChange, -150_00, "Change of original: Work A [Labor]"),
                draft("C", .originalChange, 20_00, "Change of original: Work C [Labor]"),
                draft("D", .original, 0, "Work D [Labor]"),
            ])
    }

    @Test func `texts say the type even where it has no name, and end where QuickBooks' line does`() throws {
        let line = BudgetLineItem(
            id: ID("A"), code: BudgetLineItem.line("A", 0, type: "X").code, description: "", calculation: .manual,
            originalAmount: usd(0))
        #expect(try drafts(of: Clinic.budget([line])).map(\.description) == ["[X]"])

        let long = BudgetLineItem(
            id: ID("A"), code: line.code, description: String(repeating: "é", count: 4_095), calculation: .manual,
            originalAmount: usd(0))
        #expect(
            try drafts(of: Clinic.budget([long])).map(\.description)
                == [String(repeating: "é", count: 3_999) + "…"])
    }

    private func drafts(of budget: Budget, exported: [ExportTransaction] = []) throws -> [TransactionDraft] {
        try UnsyncedTransactions.drafts(of: budget, exported: exported, costTypeNames: ["L": "Labor"])
    }

    private func draft(
        _ letter: String, _ kind: TransactionKind, _ cents: Int64, _ description: String,
        _ modification: String? = nil
    ) -> TransactionDraft {
        ExportTransaction.written(
            "", letter, kind, cents, modification: modification, description: description
        ).draft
    }
}
