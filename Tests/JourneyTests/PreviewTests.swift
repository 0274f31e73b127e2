import BudgetDomain
import BudgetOperations
import QuickBooksEmulators
import TestStorage
import Testing

/// What an approver was shown is what QuickBooks holds afterwards.
@Suite(.timeLimit(.minutes(10))) struct PreviewTests {
    /// Twenty budgets for each argument, so that they run beside each other.
    @Test(arguments: 0..<15)
    func `the estimate read back is the preview, line by line`(batch: Int) async throws {
        for seed in UInt64(batch * 20 + 1)...UInt64(batch * 20 + 20) { try await holds(seed: seed) }
    }

    private func holds(seed: UInt64) async throws {
        var random = RandomBudget(seed: seed)
        let firm = try await Firm(.memory, settings: Self.settings(seed))
        try await firm.furnish(&random)
        try await firm.connectLists()
        try await firm.plumbline.lockBudget(of: Firm.project, in: firm.company.id, by: firm.manager.id)

        try await firm.expectPreviewHolds(seed: seed)

        // A bookkeeper adds to the estimate, and costs are read, which reads the estimate too.
        let txnID = try #require(firm.books.estimates.first?.txnID, "seed \(seed)")
        for _ in 0..<random.count(upTo: 3) {
            try firm.books.addLine(
                toEstimate: txnID, item: random.code(), description: "By hand \(random.count(upTo: 9))",
                cents: random.cents())
        }
        if random.count(upTo: 2) == 0 {
            try firm.books.addGroup(
                toEstimate: txnID, name: "Kit", lines: [(item: random.code(), cents: random.cents())])
        }
        try await firm.plumbline.requestJobCosts(in: firm.company.id, by: firm.approver.id)
        _ = await firm.connector().poll()

        for _ in 0...random.count(upTo: 2) { try await firm.modify(&random) }
        try await firm.expectPreviewHolds(seed: seed)
    }

    private static func settings(_ seed: UInt64) -> CompanySettings {
        CompanySettings(
            allowsGrandTotalModifications: true, usesSubItems: seed.isMultiple(of: 5), addsCostCodesOnImport: true)
    }
}

extension Firm {
    fileprivate func furnish(_ random: inout RandomBudget) async throws {
        _ = try await plumbline.addCostCodes(
            RandomBudget.codes.map { CostCodeDraft(code: $0, title: "Title of \($0)") }, to: company.id,
            by: .commandLine)
        for (code, type) in random.budgetCodes() {
            _ = try await plumbline.addLineItem(
                code: code, costType: type, description: random.text(),
                amount: .manual(Money(minorUnits: random.cents(), currency: .usd)), to: Self.project,
                in: company.id, by: manager.id)
        }
    }

    fileprivate func modify(_ random: inout RandomBudget) async throws {
        let lines = try await plumbline.budget(of: Self.project, in: company.id, by: manager.id).standing.budget.lines
        let (from, to) = (lines[random.count(upTo: lines.count - 1)], lines[random.count(upTo: lines.count - 1)])
        let isTransfer = from.id != to.id && random.count(upTo: 1) == 0
        let cents = random.cents()
        _ = try await plumbline.createModification(
            from: isTransfer ? from.code.description : nil, to: to.code.description,
            amount: Money(minorUnits: isTransfer ? 1 + abs(cents) : cents == 0 ? 1 : cents, currency: .usd),
            notes: String(random.text().prefix(4_000)), of: Self.project, in: company.id, by: manager.id)
    }

    /// Sends, previews, accepts what was previewed, lets the Web Connector run, and compares.
    fileprivate func expectPreviewHolds(seed: UInt64) async throws {
        _ = try await plumbline.sendBudgetToERP(of: Self.project, in: company.id, by: manager.id)
        let shown = try await preview()
        #expect(shown.preflight.worst == .sound, "seed \(seed): \(shown.preflight.findings)")
        _ = try await plumbline.acceptExport(
            of: Self.project, in: company.id, by: approver.id, seen: shown.digest)
        _ = await connector().poll()

        #expect(try await exportState() == .synced, "seed \(seed)")
        let estimate = try #require(books.estimates.first, "seed \(seed)")
        #expect(books.estimates.count == 1, "seed \(seed)")
        #expect(estimate.totalCents == shown.estimate.totalAfter.minorUnits, "seed \(seed)")
        let held = estimate.lines.map { HeldLine($0) }
        let foretold = shown.estimate.after.map { HeldLine($0) }
        #expect(held == foretold, "seed \(seed)")
        #expect(try await preview().estimate.before.map { HeldLine($0) } == foretold, "seed \(seed)")
    }

    func preview() async throws -> ExportPreview {
        try await plumbline.exportPreview(of: Self.project, in: company.id, by: approver.id)
    }
}

/// A line as both sides can say it; texts by their scalars, since é and e with an accent are equal as characters.
private struct HeldLine: Equatable {
    let item: String
    let text: [Unicode.Scalar]
    let cents: Int64
    let mark: String

    init(_ line: EstimateSnapshot.Line) {
        item = line.item ?? ""
        text = Array((line.description ?? "").unicodeScalars)
        cents = line.cents
        mark = line.other1 ?? ""
    }

    init(_ line: EstimatePreview.Line) {
        item = line.itemName
        text = Array(line.description.unicodeScalars)
        cents = line.amount.minorUnits
        mark = line.mark ?? ""
    }
}
