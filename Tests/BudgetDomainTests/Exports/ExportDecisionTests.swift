import BudgetDomain
import Testing

@Suite struct ExportDecisionTests {
    @Test func `a locked budget is sent with all that QuickBooks does not hold`() throws {
        let drafts = try Clinic.standing(nil).sending(
            prerequisites: Clinic.prerequisites(), costTypeNames: ["L": "Labor"], by: .manager)

        #expect(drafts.map(\.amount) == [usd(1_000_00), usd(500_00), usd(0)])
    }

    @Test func `sending needs the right, a lock, and something to send`() {
        #expect(sending(Clinic.standing(nil), by: .viewer) == ["notPermitted"])
        #expect(sending(Clinic.standing(nil, locked: false)) == ["budgetIsNotLocked"])
        #expect(sending(Clinic.standing(.awaitingJobCosts)) == ["amountsNotYetInJobCosts"])
        #expect(sending(BudgetStanding(budget: Clinic.budget([]))) == ["nothingToSend"])

        var synced = Clinic.standing(.synced)
        synced.exported = [
            .written("m1", "A", .original, 1_000_00), .written("m2", "B", .original, 500_00),
            .written("m3", "C", .original, 0),
        ]
        #expect(sending(synced) == ["nothingToSend"])
        let most = ExportTransaction.written("m1", "A", .original, Money.limitMinorUnits)
        synced.exported = [most, most]
        #expect(sending(synced) == ["amountIsOutOfRange"])
    }

    @Test func `retrieving leaves the budget locked and is the owner's act`() throws {
        let standing = Clinic.standing(.readyToExport)

        let export = try standing.retrieving(by: .manager, at: Clinic.at)
        #expect(export == Clinic.export(.retrieved(by: ID("Mia"), at: Clinic.at)))
        #expect(codes(try standing.retrieving(by: .approver, at: Clinic.at)) == ["notPermitted"])
        let accepted = Clinic.standing(.sample(.queued))
        #expect(codes(try accepted.retrieving(by: .manager, at: Clinic.at)) == ["budgetIsExporting"])
        #expect(codes(try Clinic.standing(nil).retrieving(by: .manager, at: Clinic.at)) == ["nothingToRetrieve"])
    }

    @Test func `accepting queues the export`() throws {
        #expect(accepting(Clinic.standing(.readyToExport)) == ["allowed"])
        let export = try Clinic.standing(.readyToExport).accepting(
            prerequisites: Clinic.prerequisites(), codes: [], hasConnection: true, by: .approver)
        #expect(export == Clinic.export(.exporting(.queued(attempts: 0))))
    }

    @Test func `accepting needs an approver, an export that waits, a connection and what sending needed`() {
        #expect(accepting(Clinic.standing(.readyToExport), by: .manager) == ["notPermitted"])
        #expect(accepting(Clinic.standing(nil)) == ["nothingWaitsForApprover"])
        #expect(accepting(Clinic.standing(.synced)) == ["nothingWaitsForApprover"])
        #expect(accepting(Clinic.standing(.sample(.invalid))) == ["exportCannot"])
        #expect(accepting(Clinic.standing(.sample(.queued))) == ["exportCannot"])
        #expect(accepting(Clinic.standing(.readyToExport), hasConnection: false) == ["noConnection"])
        #expect(accepting(Clinic.standing(.readyToExport), items: ["A"]) == ["costCodesAreNotSynced"])
    }

    @Test func `whoever sent may not accept where the company separates the duties`() {
        var standing = Clinic.standing(.readyToExport)
        #expect(accepting(standing, by: .both) == ["allowed"])

        standing.settings.senderMayNotApprove = true
        #expect(accepting(standing, by: .both) == ["senderMayNotApprove"])
        #expect(accepting(standing, by: .approver) == ["allowed"])
        standing.exports[0].state = .exporting(.queued(attempts: 0))
        #expect(accepting(standing, by: .both) == ["exportCannot"])
    }

    @Test func `rejecting a first export unlocks the budget, rejecting an update does not`() throws {
        let first = Clinic.standing(.readyToExport)
        let rejected = try first.rejecting(comment: "Line B.", by: .approver, at: Clinic.at)
        #expect(rejected.export.state == .rejected(by: ID("Ali"), at: Clinic.at, comment: "Line B."))
        #expect(rejected.budget == Clinic.budget(locked: false))

        let update = BudgetStanding(
            budget: Clinic.budget(),
            exports: [Clinic.export(.synced), Clinic.export(.failedToExport(.final), number: 2, kind: .update)])
        #expect(try update.rejecting(comment: "Line B.", by: .approver, at: Clinic.at).budget == Clinic.budget())
    }

    @Test(arguments: [
        ("", ["rejectionNeedsComment"]), (" \n", ["rejectionNeedsComment"]),
        (String(repeating: "c", count: 2_000), ["allowed"]),
        (String(repeating: "c", count: 2_001), ["textIsTooLong"]),
    ])
    func `a rejection has a comment of some length`(comment: String, expected: [String]) {
        let standing = Clinic.standing(.readyToExport)
        #expect(codes(try standing.rejecting(comment: comment, by: .approver, at: Clinic.at)) == expected)
    }

    @Test func `an export on its way, or already there, cannot be rejected`() {
        for name in [ExportState.Name.queued, .handedOut, .unknown, .awaitingJobCosts, .mismatched, .rewriteQueued] {
            let standing = Clinic.standing(.sample(name))
            #expect(codes(try standing.rejecting(comment: "No.", by: .approver, at: Clinic.at)) == ["exportCannot"])
        }
        let done = Clinic.standing(.synced)
        #expect(codes(try done.rejecting(comment: "", by: .approver, at: Clinic.at)) == ["nothingWaitsForApprover"])
    }

    @Test func `only a failed export is exported again`() throws {
        let failed = Clinic.standing(.failedToExport(.final))
        #expect(try failed.exportingAgain(by: .approver) == Clinic.export(.exporting(.queued(attempts: 0))))
        #expect(codes(try failed.exportingAgain(by: .manager)) == ["notPermitted"])
        #expect(codes(try Clinic.standing(.sample(.unknown)).exportingAgain(by: .approver)) == ["exportCannot"])
    }

    private func sending(_ standing: BudgetStanding, by person: Person = .manager) -> [String] {
        codes(try standing.sending(prerequisites: Clinic.prerequisites(), costTypeNames: [:], by: person))
    }

    private func accepting(
        _ standing: BudgetStanding, by person: Person = .approver, hasConnection: Bool = true,
        items: [String] = ["A", "B", "C"]
    ) -> [String] {
        codes(
            try standing.accepting(
                prerequisites: Clinic.prerequisites(items: items), codes: standing.budget.lines.map(\.code),
                hasConnection: hasConnection, by: person))
    }
}
