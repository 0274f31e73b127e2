import BudgetDomain
import BudgetOperations
import QuickBooksEmulators
import TestStorage
import Testing

/// What a bookkeeper does to an estimate that was read back equal, and how it is put right without a second estimate.
@Suite struct RecoveryTests {
    private static let four = ["unlock", "send", "addLineItem", "createModification"]

    @Test(arguments: Storage.available)
    func `a changed amount closes the budget, and keeping it makes a modification of it`(storage: Storage) async throws
    {
        let firm = try await Firm.synced(storage)
        let estimate = try firm.estimate()
        try firm.books.setAmount(ofLine: 1, inEstimate: estimate.txnID, cents: 4_025_001)
        try firm.books.deleteLine(4, ofEstimate: estimate.txnID)

        try await firm.readAgain()
        #expect(try await firm.exportState() == .mismatched)
        #expect(try await firm.refusedActs() == Self.four)
        _ = try await firm.plumbline.keepQuickBooksAmounts(
            of: Firm.project, in: firm.company.id, by: firm.approver.id)
        #expect(try await firm.exportState() == .awaitingJobCosts)
        #expect(try await firm.refusedActs() == Self.four)
        _ = await firm.connector().poll()

        #expect(try await firm.exportState() == .synced)
        #expect(try await firm.refusedActs() == [])
        #expect(try firm.estimate().cents == [12_000_025, 4_025_001, 0, -100_075])
        #expect(firm.books.estimates.count == 1)
        #expect(
            try await firm.modifications() == [
                "none → 03-100.M 0.01", "none → 09-900.L -11,000.00",
            ])
        #expect(try await firm.reportTotals() == ["159,249.50", "0.01", "0.00", "159,249.51"])

        // What travels next starts from what was kept.
        try await firm.modify(cents: 100)
        _ = await firm.connector().poll()
        #expect(try await firm.exportState() == .synced)
        #expect(try firm.estimate().cents == [12_000_025, 4_025_001, 0, -100_075, -100, 100])
    }

    @Test(arguments: Storage.available)
    func `ours is written again onto the same estimate, and what was typed there stays`(storage: Storage) async throws {
        let firm = try await Firm.synced(storage)
        let estimate = try firm.estimate()
        try firm.books.setAmount(ofLine: 1, inEstimate: estimate.txnID, cents: 1)
        try firm.books.setItem(ofLine: 0, inEstimate: estimate.txnID, to: "05-200")
        try firm.books.setDescription(ofLine: 3, inEstimate: estimate.txnID, to: "As agreed by phone")
        try firm.books.addLine(toEstimate: estimate.txnID, item: "05-200", description: "Crane", cents: 12_345)
        try firm.books.deleteLine(4, ofEstimate: estimate.txnID)
        try await firm.readAgain()
        #expect(try await firm.exportState() == .mismatched)

        _ = try await firm.plumbline.writeOursAgain(of: Firm.project, in: firm.company.id, by: firm.approver.id)
        #expect(try await firm.exportState() == .rewriteQueued)
        _ = await firm.connector().poll()

        let after = try firm.estimate()
        #expect(try await firm.exportState() == .synced)
        #expect(after.txnID == estimate.txnID)
        #expect(after.cents == [12_000_025, 4_025_000, 0, -100_075, 12_345, 1_100_000])
        #expect(after.lines[0].item == "03-100" && after.lines[5].item == "09-900")
        #expect(after.lines[3].description == "As agreed by phone")
        #expect(try await firm.modifications() == [])
    }

    @Test(arguments: Storage.available)
    func `what was changed after the decision is not written over`(storage: Storage) async throws {
        let firm = try await Firm.synced(storage)
        let estimate = try firm.estimate()
        try firm.books.setAmount(ofLine: 1, inEstimate: estimate.txnID, cents: 1)
        try await firm.readAgain()
        _ = try await firm.plumbline.writeOursAgain(of: Firm.project, in: firm.company.id, by: firm.approver.id)

        try firm.books.setAmount(ofLine: 0, inEstimate: estimate.txnID, cents: 2)
        _ = await firm.connector().poll()

        #expect(try await firm.exportState() == .mismatched)
        #expect(try firm.estimate().cents == [2, 1, 0, -100_075, 1_100_000])
        let comparison = try await firm.comparison()
        #expect(comparison.lines.filter(\.isDifferent).map(\.code) == ["03-100.L", "03-100.M"])
        #expect(comparison.lines.map(\.inQuickBooks?.formatted).prefix(2) == ["0.02", "0.01"])
    }

    @Test(arguments: Storage.available)
    func `a deleted estimate is made again once, and the update goes onto it`(storage: Storage) async throws {
        let firm = try await Firm.synced(storage)
        try firm.books.deleteEstimate(try firm.estimate().txnID)
        try await firm.modify(cents: 100)
        _ = await firm.connector().poll()
        #expect(try await firm.fault()?.code == "estimate-missing")
        #expect(try await firm.findings().count == 1)

        _ = try await firm.plumbline.rejectExport(
            of: Firm.project, comment: "The estimate was deleted.", in: firm.company.id, by: firm.approver.id)
        #expect(try await firm.exportState() == .mismatched)
        await #expect(throws: Refused(.nothingIsThereToKeep)) {
            try await firm.plumbline.keepQuickBooksAmounts(
                of: Firm.project, in: firm.company.id, by: firm.approver.id)
        }
        _ = try await firm.plumbline.writeOursAgain(of: Firm.project, in: firm.company.id, by: firm.approver.id)
        _ = await firm.connector().poll()
        #expect(try await firm.refusedActs() == [])
        #expect(try firm.estimate().cents == [12_000_025, 4_025_000, 0, -100_075, 1_100_000])

        _ = try await firm.plumbline.sendBudgetToERP(of: Firm.project, in: firm.company.id, by: firm.manager.id)
        try await firm.accept()
        _ = await firm.connector().poll()
        #expect(try firm.estimate().cents == [12_000_025, 4_025_000, 0, -100_075, 1_100_000, -100, 100])
        #expect(firm.books.estimates.count == 1)
        #expect(try await firm.findings() == [])
    }

    @Test(arguments: Storage.available)
    func `an older copy of the file lacks the update, which is written again`(storage: Storage) async throws {
        let firm = try await Firm.synced(storage)
        let copy = firm.books.copy()
        try await firm.modify(cents: 100)
        _ = await firm.connector().poll()
        firm.books.restore(copy)

        try await firm.readAgain()
        #expect(try await firm.exportState() == .mismatched)
        #expect(try await firm.findings().map(\.isOlderCopy) == [true, true])
        _ = try await firm.plumbline.writeOursAgain(of: Firm.project, in: firm.company.id, by: firm.approver.id)
        _ = await firm.connector().poll()

        #expect(try await firm.exportState() == .synced)
        #expect(try firm.estimate().cents == [12_000_025, 4_025_000, 0, -100_075, 1_100_000, -100, 100])
    }

    @Test(arguments: Storage.available)
    func `the right file comes back after an older copy: its estimate is known again`(storage: Storage) async throws {
        let firm = try await Firm(storage)
        try await firm.sendBudget()
        let older = firm.books.copy()
        try await firm.accept()
        _ = await firm.connector().poll()
        let right = firm.books.copy()
        let original = try firm.estimate().txnID
        firm.books.restore(older)
        try await firm.readAgain()
        _ = try await firm.plumbline.writeOursAgain(of: Firm.project, in: firm.company.id, by: firm.approver.id)

        firm.books.restore(right)
        _ = await firm.connector().poll()

        #expect(firm.books.estimates.map(\.txnID) == [original])
        #expect(try await firm.exportState() == .synced)
    }

    @Test(arguments: Storage.available)
    func `an estimate moved to another job is a difference, and either job may have it`(storage: Storage) async throws {
        let firm = try await Firm.synced(storage)
        _ = try firm.books.addCustomer("Harbour Health:Annex")
        let txnID = try firm.estimate().txnID
        try firm.books.moveEstimate(txnID, toJob: "Harbour Health:Annex")
        try await firm.readAgain()
        #expect(
            try await firm.comparison().differences == [
                .jobDiffers(expected: "Harbour Health:Harbour Street Clinic", found: "Harbour Health:Annex")
            ])

        _ = try await firm.plumbline.writeOursAgain(of: Firm.project, in: firm.company.id, by: firm.approver.id)
        _ = await firm.connector().poll()
        #expect(try await firm.exportState() == .synced)
        #expect(try firm.estimate().customer == "Harbour Health:Harbour Street Clinic")

        try firm.books.moveEstimate(txnID, toJob: "Harbour Health:Annex")
        try await firm.readAgain()
        _ = try await firm.plumbline.keepQuickBooksAmounts(
            of: Firm.project, in: firm.company.id, by: firm.approver.id)
        _ = await firm.connector().poll()
        #expect(try await firm.exportState() == .synced)
        #expect(try firm.estimate().customer == "Harbour Health:Annex")
    }

    @Test(arguments: Storage.available)
    func `a line under another item is kept as a transfer between the two cost codes`(storage: Storage) async throws {
        let firm = try await Firm.synced(storage)
        let txnID = try firm.estimate().txnID
        try firm.books.setItem(ofLine: 0, inEstimate: txnID, to: "05-200")
        try await firm.readAgain()
        _ = try await firm.plumbline.keepQuickBooksAmounts(
            of: Firm.project, in: firm.company.id, by: firm.approver.id)
        _ = await firm.connector().poll()

        #expect(try await firm.exportState() == .synced)
        #expect(try await firm.modifications() == ["03-100.L → 05-200.L 120,000.25"])
        #expect(try await firm.reportTotals() == ["170,249.50", "0.00", "0.00", "170,249.50"])
    }

    @Test(arguments: Storage.available)
    func `the answer to a rewrite is lost: it is found done, and not done twice`(storage: Storage) async throws {
        let firm = try await Firm.synced(storage)
        let estimate = try firm.estimate()
        try firm.books.deleteLine(0, ofEstimate: estimate.txnID)
        try await firm.readAgain()
        _ = try await firm.plumbline.writeOursAgain(of: Firm.project, in: firm.company.id, by: firm.approver.id)
        let before = firm.books.executedWrites
        for call in 1...6 {
            // Each request of a session in turn loses its answer; only one of them writes.
            _ = await firm.connector(faults: [ConnectorFault(.method(.sendRequestXML, occurrence: call), .loseAnswer)])
                .poll()
        }
        _ = await firm.connector().poll()

        #expect(firm.books.executedWrites == before + 1)
        #expect(try await firm.exportState() == .synced)
        #expect(try firm.estimate().cents == [4_025_000, 0, -100_075, 1_100_000, 12_000_025])
    }
}

extension Firm {
    /// The budget in QuickBooks and read back.
    fileprivate static func synced(_ storage: Storage) async throws -> Firm {
        let firm = try await Firm(storage)
        try await firm.sendBudget()
        try await firm.accept()
        _ = await firm.connector().poll()
        return firm
    }

    fileprivate func estimate() throws -> EstimateSnapshot {
        try #require(books.estimates.count == 1 ? books.estimates.first : nil)
    }

    fileprivate func readAgain() async throws {
        try await plumbline.requestJobCosts(in: company.id, by: approver.id)
        _ = await connector().poll()
    }

    fileprivate func comparison() async throws -> EstimateComparison {
        try await plumbline.comparison(of: Self.project, in: company.id, by: approver.id)
    }

    fileprivate func findings() async throws -> [DriftFinding] {
        try await plumbline.drift(of: Self.project, in: company.id, by: approver.id)
    }

    fileprivate func modifications() async throws -> [String] {
        let budget = try await plumbline.budget(of: Self.project, in: company.id, by: manager.id).standing.budget
        let codes = Dictionary(uniqueKeysWithValues: budget.lines.map { ($0.id, $0.code.description) })
        return budget.modifications.map { each in
            "\(each.from.flatMap { codes[$0] } ?? "none") → \(codes[each.to] ?? "?") \(each.amount.formatted)"
        }
    }
}

extension EstimateSnapshot {
    fileprivate var cents: [Int64] { lines.map(\.cents) }
}
