import BudgetDomain
import Testing

@Suite struct JobCostGateTests {
    private let expected = [
        JobCostGate.Expected(transaction: .written("m1", "A", .original, 1_000_00), itemListID: "80-A"),
        JobCostGate.Expected(transaction: .written("m2", "B", .original, 500_00), itemListID: "80-B"),
    ]

    @Test func `a line without an item is not the line whose item nobody knows`() throws {
        let expected = [
            JobCostGate.Expected(transaction: .written("m1", "A", .original, 1_000_00), itemListID: nil)
        ]
        let reading = EstimateReading(
            reference: Clinic.reference, number: "1", total: usd(0), lines: [line("m1", nil, 1_000_00)])

        let gate = try JobCostGate(expected: expected, job: nil, sighting: .found(reading))

        #expect(gate.confirmed == 0)
        #expect(gate.differences == [.itemDiffers(mark: "m1", code: "A.L", found: "item -")])
    }

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
                [.lineRepeated(mark: "m1", code: "A.L", times: 2, found: usd(2_000_00))]
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
    ) throws {
        let reading = EstimateReading(reference: Clinic.reference, number: "1", total: usd(0), lines: lines)

        let gate = try JobCostGate(expected: expected, job: nil, sighting: .found(reading))

        #expect(gate.differences == differences, "\(name)")
        #expect([gate.confirmed, gate.expected, gate.foreignLines] == [confirmed, 2, foreign], "\(name)")
        #expect(gate.isOpen == differences.isEmpty, "\(name)")
    }

    @Test func `stays closed without an estimate`() throws {
        let gate = try JobCostGate(expected: expected, job: nil, sighting: .gone(deletedAt: "2026-01-05T08:00:00"))
        #expect(gate.differences == [.estimateMissing(deletedAt: "2026-01-05T08:00:00")])
        #expect([gate.confirmed, gate.expected, gate.foreignLines] == [0, 2, 0])
        #expect(!gate.isOpen)
    }

    @Test func `a line of another amount and another item differs twice`() throws {
        let lines = [line("m1", "80-B", 1), line("m2", "80-B", 500_00)]
        #expect(
            try differences(lines) == [
                .amountDiffers(mark: "m1", code: "A.L", expected: usd(1_000_00), found: usd(1)),
                .itemDiffers(mark: "m1", code: "A.L", found: "item 80-B"),
            ])
    }

    @Test func `an estimate under another job differs, and one of which QuickBooks did not say the job does not`()
        throws
    {
        let lines = [line("m1", "80-A", 1_000_00), line("m2", "80-B", 500_00)]
        let kitchen = ListReference(listID: "J-1", fullName: "Smith:Kitchen")
        let bath = ListReference(listID: "J-2", fullName: "Smith:Bath")
        let renamed = ListReference(listID: "J-1", fullName: "Smith:Kitchen & Hall")

        #expect(
            try differences(lines, job: kitchen, found: bath)
                == [.jobDiffers(expected: "Smith:Kitchen", found: "Smith:Bath")])
        #expect(try differences(lines, job: kitchen, found: renamed) == [])
        #expect(try differences(lines, job: kitchen, found: nil) == [])
    }

    /// m1 was accepted over 1,000.00, and 200.00 less were kept.
    @Test(
        arguments: [
            ("as kept", [line("m1", "80-A", 800_00)], []),
            ("in two pieces", [line("m1", "80-A", 300_00), line("m1", "80-A", 500_00)], []),
            (
                "as accepted", [line("m1", "80-A", 1_000_00)],
                [.amountDiffers(mark: "m1", code: "A.L", expected: usd(800_00), found: usd(1_000_00))]
            ),
            (
                "in two pieces that come to something else", [line("m1", "80-A", 1), line("m1", "80-A", 2)],
                [.lineRepeated(mark: "m1", code: "A.L", times: 2, found: usd(3))]
            ),
            ("missing", [], [.lineMissing(mark: "m1", code: "A.L", expected: usd(800_00))]),
        ] as [(String, [EstimateReading.Line], [EstimateDifference])])
    func `a line of which something was kept`(
        name: String, lines: [EstimateReading.Line], expected differences: [EstimateDifference]
    ) throws {
        let kept = [expected[0], .adjusting("m1", "A", -200_00, item: "80-A")]
        let reading = EstimateReading(reference: Clinic.reference, number: "1", total: usd(0), lines: lines)
        let gate = try JobCostGate(expected: kept, job: nil, sighting: .found(reading))
        #expect(gate.differences == differences, "\(name)")
        #expect(gate.expected == 1)
    }

    @Test func `a line kept as nothing may be absent, and a moved one carries the other item`() throws {
        let gone = [expected[0], JobCostGate.Expected.adjusting("m1", "A", -1_000_00, item: "80-A")]
        let empty = EstimateReading(reference: Clinic.reference, number: "1", total: usd(0), lines: [])
        #expect(try JobCostGate(expected: gone, job: nil, sighting: .found(empty)).isOpen)

        let moved = [
            expected[0], .adjusting("m1", "A", -1_000_00, item: "80-A"),
            .adjusting("m1", "B", 1_000_00, item: "80-B"),
        ]
        let there = EstimateReading(
            reference: Clinic.reference, number: "1", total: usd(0), lines: [line("m1", "80-B", 1_000_00)])
        #expect(try JobCostGate(expected: moved, job: nil, sighting: .found(there)).isOpen)
    }

    private func differences(
        _ lines: [EstimateReading.Line], job: ListReference? = nil, found: ListReference? = nil
    ) throws -> [EstimateDifference] {
        let reading = EstimateReading(
            reference: Clinic.reference, number: "1", total: usd(0), lines: lines, job: found)
        return try JobCostGate(expected: expected, job: job, sighting: .found(reading)).differences
    }

    @Test(
        arguments: [
            (
                .estimateMissing(deletedAt: "2026-01-05T08:00:00"),
                "QuickBooks has no estimate with this budget's reference: it was deleted there at 2026-01-05T08:00:00."
            ),
            (
                .estimateMissing(deletedAt: "2026-01-05T08:00:45-08:00"),
                "QuickBooks has no estimate with this budget's reference: it was deleted there at 2026-01-05 16:00 UTC."
            ),
            (
                .estimateMissing(deletedAt: nil),
                "QuickBooks has no estimate with this budget's reference, and no record that it was deleted: the "
                    + "company file may be an older copy."
            ),
            (
                .jobDiffers(expected: "Smith:Kitchen", found: "Smith:Bath"),
                "The estimate stands under the job “Smith:Bath” in QuickBooks; the project is linked with "
                    + "“Smith:Kitchen”."
            ),
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
            (
                .lineRepeated(mark: "m1", code: "A.L", times: 2, found: usd(300_00)),
                "The line of A.L is in the estimate 2 times, together 300.00."
            ),
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

extension JobCostGate.Expected {
    /// An amount that was kept on the line of a mark.
    static func adjusting(_ mark: String, _ code: String, _ cents: Int64, item: String) -> JobCostGate.Expected {
        let plain = ExportTransaction.written("kept-\(code)\(cents)", code, .modificationTo, cents)
        return JobCostGate.Expected(
            transaction: ExportTransaction(id: plain.id, mark: plain.mark, draft: plain.draft, adjusts: mark),
            itemListID: item)
    }
}
