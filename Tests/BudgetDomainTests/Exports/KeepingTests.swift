import BudgetDomain
import Testing

@Suite struct KeepingTests {
    /// Line A stands in QuickBooks under another item.
    static var mismatched: BudgetStanding {
        Clinic.standing(
            .mismatched(
                Mismatch(
                    reference: Clinic.reference,
                    differences: [.itemDiffers(mark: "m1", code: "A.L", found: "Rebar")])))
    }

    static func reading(item: String) -> EstimateReading {
        EstimateReading(
            reference: Clinic.reference, number: "1", total: usd(0),
            lines: [
                EstimateReading.Line(
                    txnLineID: "1", itemListID: item, itemName: "Rebar", mark: "m1", amount: usd(1_000_00),
                    description: "")
            ], job: ListReference(listID: "J-2", fullName: "Smith:Bath"))
    }

    @Test func `an amount that differs becomes what its line gains`() throws {
        let entries = try keep([
            .amountDiffers(mark: "m1", code: "A.L", expected: usd(1_000_00), found: usd(1_200_50)),
            .lineMissing(mark: "m2", code: "B.L", expected: usd(500_00)),
        ]).adoption.entries

        #expect(entries.map(\.mark) == ["m1", "m2"])
        #expect(entries.map(\.line.code.description) == ["A.L", "B.L"])
        #expect(entries.map(\.amount) == [usd(200_50), usd(-500_00)])
        #expect(entries.map(\.to) == [nil, nil])
        #expect(
            entries.map(\.reason) == [
                "The line of A.L is 1,200.50 in QuickBooks and 1,000.00 as accepted.",
                "The line of B.L over 500.00 is not in the estimate.",
            ])
    }

    @Test func `a line that stands there three times is kept as what it comes to`() throws {
        let entries = try keep([.lineRepeated(mark: "m1", code: "A.L", times: 3, found: usd(3_000_00))])
            .adoption.entries
        #expect(entries.map(\.amount) == [usd(2_000_00)])
    }

    @Test func `a line under another item goes whole to that item's line`() throws {
        let (export, adoption) = try Self.mismatched.keeping(Self.reading(item: "80-B"))

        #expect(export.state == .awaitingJobCosts(Clinic.reference, writtenAt: Clinic.at))
        #expect(adoption.entries.map(\.line.code.description) == ["A.L"])
        #expect(adoption.entries.map(\.to?.code.description) == ["B.L"])
        #expect(adoption.entries.map(\.amount) == [usd(1_000_00)])
        #expect(adoption.job == nil)
    }

    @Test func `an estimate under another job takes the project along`() throws {
        let adoption = try keep([.jobDiffers(expected: "Smith:Kitchen", found: "Smith:Bath")]).adoption
        #expect(adoption.job == ListReference(listID: "J-2", fullName: "Smith:Bath"))
        #expect(adoption.entries == [])
    }

    @Test func `only an approver decides, not the sender where the company wants two, and only on a difference`() {
        let standing = Self.mismatched
        #expect(codes(try standing.keeping(Self.reading(item: "80-B"), by: .manager)) == ["notPermitted"])
        #expect(codes(try standing.rewriting(by: .manager)) == ["notPermitted"])
        var apart = standing
        apart.settings.senderMayNotApprove = true
        #expect(codes(try apart.keeping(Self.reading(item: "80-B"), by: .both)) == ["senderMayNotApprove"])
        #expect(codes(try apart.rewriting(by: .both)) == ["senderMayNotApprove"])
        for name in ExportState.Name.allCases where name != .mismatched {
            let other = Clinic.standing(.sample(name))
            #expect(codes(try other.keeping(Self.reading(item: "80-B"))) == ["nothingDiffers"], "\(name)")
            #expect(codes(try other.rewriting(by: .approver)) == ["nothingDiffers"], "\(name)")
        }
    }

    @Test func `ours is written again with what was decided on`() throws {
        let export = try Self.mismatched.rewriting(by: .approver)
        let mismatch = Mismatch(
            reference: Clinic.reference, differences: [.itemDiffers(mark: "m1", code: "A.L", found: "Rebar")])
        #expect(export.state == .rewriting(.queued(attempts: 0), mismatch))
    }

    @Test func `when an estimate was deleted makes no other difference of it`() {
        let gone = Mismatch(reference: Clinic.reference, differences: [.estimateMissing(deletedAt: "2026-01-05")])
        #expect(gone.isDecided(for: [.estimateMissing(deletedAt: nil)]))
        #expect(!gone.isDecided(for: []))
        #expect(!gone.isDecided(for: [.lineMissing(mark: "m1", code: "A.L", expected: usd(1))]))
    }

    @Test func `a rewrite that does not succeed is a mismatch with the reason`() throws {
        let queued = ExportState.rewriting(.queued(attempts: 4), .gone)
        let handedOut = try ExportLifecycle.next(queued, on: .claimed(messageSetID: "set-5", at: Clinic.at))
        #expect(handedOut == .rewriting(.handedOut(.last), .gone))
        for fault in [ERPFault.passing, .final] {
            #expect(
                try ExportLifecycle.next(handedOut, on: .refused(fault))
                    == .mismatched(
                        Mismatch(reference: Clinic.reference, differences: [.gone], refusal: fault)))
        }
    }

    private func keep(_ differences: [EstimateDifference]) throws -> (export: Export, adoption: Adoption) {
        try Clinic.standing(.mismatched(Mismatch(reference: Clinic.reference, differences: differences)))
            .keeping(Self.reading(item: "80-A"))
    }
}

extension BudgetStanding {
    func keeping(
        _ reading: EstimateReading?, by person: Person = .approver
    ) throws(Refused) -> (export: Export, adoption: Adoption) {
        try keeping(
            reading,
            expected: [
                JobCostGate.Expected(transaction: .written("m1", "A", .original, 1_000_00), itemListID: "80-A"),
                JobCostGate.Expected(transaction: .written("m2", "B", .original, 500_00), itemListID: "80-B"),
            ], itemListID: { "80-\($0.costCodeText)" }, by: person, at: Clinic.at)
    }
}
