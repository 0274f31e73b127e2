/// One way in which QuickBooks' estimate is not what was accepted.
package enum EstimateDifference: Hashable, Sendable {
    /// QuickBooks has no estimate with our reference.
    case estimateMissing
    case lineMissing(mark: String, code: String, expected: Money)
    case amountDiffers(mark: String, code: String, expected: Money, found: Money)
    case itemDiffers(mark: String, code: String, found: String)
    case lineRepeated(mark: String, code: String, times: Int)

    package var sentence: String {
        switch self {
        case .estimateMissing:
            "QuickBooks has no estimate with this budget's reference."
        case .lineMissing(_, let code, let expected):
            "The line of \(code) over \(expected.formatted) is not in the estimate."
        case .amountDiffers(_, let code, let expected, let found):
            "The line of \(code) is \(found.formatted) in QuickBooks and \(expected.formatted) as accepted."
        case .itemDiffers(_, let code, let found):
            "The line of \(code) carries the item “\(found)” in QuickBooks."
        case .lineRepeated(_, let code, let times):
            "The line of \(code) is in the estimate \(times) times."
        }
    }
}

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

    /// How many of the accepted lines QuickBooks holds exactly.
    package let confirmed: Int
    package let expected: Int
    package let differences: [EstimateDifference]
    /// Lines that somebody typed in QuickBooks. They are kept, counted and shown, and close nothing.
    package let foreignLines: Int

    package var isOpen: Bool { differences.isEmpty }

    /// - Parameter reading: nil when QuickBooks holds no such estimate.
    package init(expected: [Expected], reading: EstimateReading?) {
        self.expected = expected.count
        guard let reading else {
            confirmed = 0
            foreignLines = 0
            differences = [.estimateMissing]
            return
        }
        let ours = Dictionary(grouping: reading.lines.filter { $0.mark != nil }, by: { $0.mark ?? "" })
        var differences: [EstimateDifference] = []
        var confirmed = 0
        for each in expected {
            if let difference = Self.difference(of: each, among: ours[each.transaction.mark] ?? []) {
                differences.append(difference)
            } else {
                confirmed += 1
            }
        }
        let known = Set(expected.map(\.transaction.mark))
        foreignLines = reading.lines.count { line in line.mark.map { !known.contains($0) } ?? true }
        self.confirmed = confirmed
        self.differences = differences
    }

    private static func difference(of expected: Expected, among lines: [EstimateReading.Line]) -> EstimateDifference? {
        let transaction = expected.transaction
        let code = transaction.code.description
        guard let line = lines.first else {
            return .lineMissing(mark: transaction.mark, code: code, expected: transaction.amount)
        }
        guard lines.count == 1 else {
            return .lineRepeated(mark: transaction.mark, code: code, times: lines.count)
        }
        guard line.amount == transaction.amount else {
            return .amountDiffers(
                mark: transaction.mark, code: code, expected: transaction.amount, found: line.amount)
        }
        guard line.itemListID == expected.itemListID else {
            return .itemDiffers(mark: transaction.mark, code: code, found: line.itemName)
        }
        return nil
    }
}
