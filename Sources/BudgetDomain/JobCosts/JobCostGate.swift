/// The gate: what was accepted, held against what QuickBooks holds, line by line and therefore per cost code, to the
/// cent. Only a read made after the write may open it; the connector's own word "success" opens nothing.
package struct JobCostGate: Hashable, Sendable {
    /// A transaction that QuickBooks should hold, and the item that its line should carry.
    package struct Expected: Hashable, Sendable {
        package let transaction: ExportTransaction
        package let itemListID: String?

        package init(transaction: ExportTransaction, itemListID: String?) {
            self.transaction = transaction
            self.itemListID = itemListID
        }
    }

    /// The lines that QuickBooks should hold.
    package let lines: [ExpectedLine]
    /// How many of them it holds exactly.
    package let confirmed: Int
    package let differences: [EstimateDifference]
    /// Lines that somebody typed in QuickBooks. They are kept, counted and shown, and close nothing.
    package let foreignLines: Int

    package var isOpen: Bool { differences.isEmpty }
    package var expected: Int { lines.count }

    /// - Parameters:
    ///   - job: the job that the project is linked with; nil when it is linked with none.
    /// - Throws: `MoneyFault` when amounts together are beyond what money can say.
    package init(
        expected: [Expected], job: ListReference?, sighting: EstimateSighting
    ) throws(MoneyFault) {
        lines = try ExpectedLine.lines(of: expected)
        guard case .found(let reading) = sighting else {
            confirmed = 0
            foreignLines = 0
            differences = [.estimateMissing(deletedAt: sighting.deletedAt)]
            return
        }
        let ours = Dictionary(grouping: reading.lines.filter { $0.mark != nil }, by: { $0.mark ?? "" })
        var differences: [EstimateDifference] = []
        if let job, let found = reading.job, found.listID != job.listID {
            differences.append(.jobDiffers(expected: job.fullName, found: found.fullName))
        }
        var confirmed = 0
        for line in lines {
            let found = try Self.differences(of: line, among: ours[line.mark] ?? [])
            differences += found
            if found.isEmpty { confirmed += 1 }
        }
        let known = Set(lines.map(\.mark))
        foreignLines = reading.lines.count { line in line.mark.map { !known.contains($0) } ?? true }
        self.confirmed = confirmed
        self.differences = differences
    }

    private static func differences(
        of expected: ExpectedLine, among lines: [EstimateReading.Line]
    ) throws(MoneyFault) -> [EstimateDifference] {
        let (mark, code) = (expected.mark, expected.code)
        guard !lines.isEmpty else {
            return expected.mayBeAbsent ? [] : [.lineMissing(mark: mark, code: code, expected: expected.amount)]
        }
        var found = Money.zero(expected.amount.currency)
        for line in lines { found = try found + line.amount }
        if lines.count > 1, !expected.isAdjusted || found != expected.amount {
            return [.lineRepeated(mark: mark, code: code, times: lines.count, found: found)]
        }
        var differences: [EstimateDifference] = []
        if found != expected.amount {
            differences.append(.amountDiffers(mark: mark, code: code, expected: expected.amount, found: found))
        }
        // Two unknown items are not the same one.
        if let other = lines.first(where: { $0.itemListID == nil || $0.itemListID != expected.itemListID }) {
            differences.append(.itemDiffers(mark: mark, code: code, found: other.itemName))
        }
        return differences
    }
}
