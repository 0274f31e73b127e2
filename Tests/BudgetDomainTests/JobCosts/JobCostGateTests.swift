import BudgetDomain
import Testing

@Suite struct JobCostGateTests {
    private let expected = [
        JobCostGate.Expected(transaction: .written("m1", "A", .original, 1_000_00), itemListID: "80-A"),
        JobCostGate.Expected(transaction: .written("m2", "B", .original, 500_00), itemListID: "80-B"),
    ]

    @Test(
        arguments: [
            ("equal", [line("m1", "80-A", 1_000_00), line("m2", "80-B", 500_00)], 2, 0, []),
            ("in another order", [line("m2", "80-B", 500_00), line("m1", "80-A", 1_000_00)], 2, 0, []),
            (
                "a line missing", [line("m2", "80-B", 500_00)], 1, 0,
                [.lineMissing(mark: "m1", code: "A.L", expected: usd(1_000_00))]
            ),
            (
                "a cent off", [line("m1", "80-A", 1_000_01), line("m2", "80-B", 500_00)], 1, 0,
                [.amountDiffers(mark: "m1", code: "A.L", expected: usd(1_000_00), found: usd(1_000_01))]
            ),
            (
                "two amounts swapped, so that the total is right",
                [line("m1", "80-A", 500_00), line("m2", "80-B", 1_000_00)], 0, 0,
                [
                    .amountDiffers(mark: "m1", code: "A.L", expected: usd(1_000_00), found: usd(500_00)),
                    .amountDiffers(mark: "m2", code: "B.L", expected: usd(500_00), found: usd(1_000_00)),
                ]
            ),
            (
                "another item", [line("m1", "80-B", 1_000_00), line("m2", "80-B", 500_00)], 1, 0,
                [.itemDiffers(mark: "m1", code: "A.L", found: "item 80-B")]
            ),
            (
                "written twice",
                [line("m1", "80-A", 1_000_00), line("m1", "80-A", 1_000_00), line("m2", "80-B", 500_00)], 1, 0,
                [.lineRepeated(mark: "m1", code: "A.L", times: 2)]
            ),
            (
                "lines typed by somebody",
                [
                    line("m1", "80-A", 1_000_00), line(nil, "80-A", 9), line("m2", "80-B", 500_00),
                    line("theirs", nil, 0),
                ], 2, 2, []
            ),
            (
                "nothing of ours", [], 0, 0,
                [
                    .lineMissing(mark: "m1", code: "A.L", expected: usd(1_000_00)),
                    .lineMissing(mark: "m2", code: "B.L", expected: usd(500_00)),
                ]
            ),
        ] as [(String, [EstimateReading.Line], Int, Int, [EstimateDifference])])
    func `holds what was accepted against what QuickBooks holds`(
        name: String, lines: [EstimateReading.Line], confirmed: Int, foreign: Int, differences: [EstimateDifference]
    ) {
        let reading = EstimateReading(reference: Clinic.reference, number: "1", total: usd(0), lines: lines)

        let gate = JobCostGate(expected: expected, reading: reading)

        #expect(gate.differences == differences, "\(name)")
        #expect([gate.confirmed, gate.expected, gate.foreignLines] == [confirmed, 2, foreign], "\(name)")
        #expect(gate.isOpen == differences.isEmpty, "\(name)")
    }

    @Test func `stays closed without an estimate`() {
        let gate = JobCostGate(expected: expected, reading: nil)
        #expect(gate.differences == [.estimateMissing])
        #expect([gate.confirmed, gate.expected, gate.foreignLines] == [0, 2, 0])
        #expect(!gate.isOpen)
    }

    @Test(
        arguments: [
            (.estimateMissing, "QuickBooks has no estimate with this budget's reference."),
            (
                .lineMissing(mark: "m1", code: "A.L", expected: usd(1_000_00)),
                "The line of A.L over 1,000.00 is not in the estimate."
            ),
            (
                .amountDiffers(mark: "m1", code: "A.L", expected: usd(1_000_00), found: usd(-1)),
                "The line of A.L is -0.01 in QuickBooks and 1,000.00 as accepted."
            ),
            (
                .itemDiffers(mark: "m1", code: "A.L", found: "Rebar"),
                "The line of A.L carries the item “Rebar” in QuickBooks."
            ),
            (.lineRepeated(mark: "m1", code: "A.L", times: 2), "The line of A.L is in the estimate 2 times."),
        ] as [(EstimateDifference, String)])
    func `says each difference in a sentence`(difference: EstimateDifference, sentence: String) {
        #expect(difference.sentence == sentence)
    }
}

private func line(_ mark: String?, _ item: String?, _ cents: Int64) -> EstimateReading.Line {
    EstimateReading.Line(
        txnLineID: "1", itemListID: item, itemName: "item \(item ?? "-")", mark: mark, amount: usd(cents),
        description: "")
}
