/// A line that QuickBooks' estimate should hold: one transaction under its mark, with whatever an approver has taken
/// over from QuickBooks since.
package struct ExpectedLine: Hashable, Sendable {
    package let mark: String
    /// The budget code, as people read it.
    package let code: String
    package let description: String
    /// The transaction and everything that adjusts it.
    package private(set) var amount: Money
    /// The item that the line should carry: the last adjustment's, because a kept line may have changed its item.
    package private(set) var itemListID: String?
    /// Whether what stands in QuickBooks was kept. Such a line may be absent when it is worth nothing, and may stand
    /// there in several pieces.
    package private(set) var isAdjusted = false
    /// As it was accepted, before anything was kept.
    package let accepted: Money

    init(_ expected: JobCostGate.Expected) {
        mark = expected.transaction.mark
        code = expected.transaction.code.description
        description = expected.transaction.draft.description
        amount = expected.transaction.amount
        accepted = expected.transaction.amount
        itemListID = expected.itemListID
    }

    private mutating func adjust(by expected: JobCostGate.Expected) throws(MoneyFault) {
        amount = try amount + expected.transaction.amount
        itemListID = expected.itemListID
        isAdjusted = true
    }

    /// Whether the line may be absent from the estimate.
    package var mayBeAbsent: Bool { isAdjusted && amount.isZero }

    /// One line for each mark, in the order of the transactions.
    package static func lines(of expected: [JobCostGate.Expected]) throws(MoneyFault) -> [ExpectedLine] {
        var lines: [ExpectedLine] = []
        var places: [String: Int] = [:]
        for each in expected {
            if let mark = each.transaction.adjusts {
                guard let place = places[mark] else { continue }
                try lines[place].adjust(by: each)
            } else {
                places[each.transaction.mark] = lines.count
                lines.append(ExpectedLine(each))
            }
        }
        return lines
    }
}
