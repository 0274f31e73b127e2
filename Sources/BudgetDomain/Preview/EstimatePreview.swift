/// The dry run of an export: the estimate as it was last read, and as QuickBooks will hold it after the write.
package struct EstimatePreview: Hashable, Sendable {
    /// The number by which people find the estimate in QuickBooks.
    package let number: String
    /// Whether the export makes the estimate, or appends to one that is there.
    package let isNew: Bool
    /// In QuickBooks' order; empty when there is no estimate yet.
    package let before: [Line]
    package let after: [Line]
    package let totalBefore: Money
    package let totalAfter: Money
    /// What each item is worth before and after, in the order in which the estimate names them.
    package let items: [ItemTotal]
    package let losses: [PreviewLoss]

    package struct Line: Hashable, Sendable {
        package let origin: Origin
        /// Nil for a line of text alone, and for an item that QuickBooks does not have yet.
        package let itemListID: String?
        package let itemName: String
        /// As QuickBooks holds it.
        package let description: String
        package let amount: Money
        package let mark: String?

        package init(
            origin: Origin, itemListID: String?, itemName: String, description: String, amount: Money, mark: String?
        ) {
            self.origin = origin
            self.itemListID = itemListID
            self.itemName = itemName
            self.description = description
            self.amount = amount
            self.mark = mark
        }
    }

    /// Where a line comes from.
    package enum Origin: String, CaseIterable, Sendable {
        /// Written by an earlier export; stays as it is.
        case ours
        /// Typed in QuickBooks; stays as it is.
        case bookkeeper
        /// Written by this export, below all others.
        case added
    }

    package struct ItemTotal: Hashable, Sendable {
        /// Empty for lines of text alone.
        package let itemName: String
        package let before: Money
        package let after: Money

        package init(itemName: String, before: Money, after: Money) {
            self.itemName = itemName
            self.before = before
            self.after = after
        }
    }

    package var added: [Line] { after.filter { $0.origin == .added } }
    package var kept: [Line] { after.filter { $0.origin != .added } }
}

extension EstimatePreview {
    /// - Parameters:
    ///   - isNew: whether the export makes the estimate.
    ///   - reading: the estimate as QuickBooks held it when it was last read; nil when it held none.
    ///   - written: the marks of all lines that exports of this budget wrote.
    ///   - sending: what the export carries; nothing of an export that QuickBooks holds already.
    /// - Throws: `MoneyFault` when a sum is beyond what QuickBooks holds.
    package init(
        number: String, isNew: Bool, reading: EstimateReading?, written: Set<String>, sending: [ExportTransaction],
        prerequisites: SendPrerequisites, budget: Budget, costTypeNames: [String: String]
    ) throws(MoneyFault) {
        let before = (reading?.lines ?? []).map { Line($0, written: written) }
        let after = before + sending.map { Line(adding: $0, prerequisites) }
        self.number = number
        self.isNew = isNew
        self.before = before
        self.after = after
        totalBefore = reading?.total ?? .zero(budget.currency)
        totalAfter = try totalBefore + Money.sum(sending.map(\.amount), in: budget.currency)
        items = try Self.totals(before: before, after: after, in: budget.currency)
        losses = PreviewLoss.all(of: sending, budget: budget, prerequisites, costTypeNames: costTypeNames)
    }

    private static func totals(
        before: [Line], after: [Line], in currency: Currency
    ) throws(MoneyFault) -> [ItemTotal] {
        let names = Dictionary(after.map { ($0.item, $0.itemName) }, uniquingKeysWith: { _, last in last })
        var amounts: [String: (before: [Money], after: [Money])] = [:]
        var order: [String] = []
        for line in after {
            if amounts[line.item] == nil { order.append(line.item) }
            amounts[line.item, default: ([], [])].after.append(line.amount)  // default: none before the first
        }
        for line in before { amounts[line.item]?.before.append(line.amount) }
        var totals: [ItemTotal] = []
        for item in order {
            let sums = amounts[item] ?? ([], [])
            totals.append(
                ItemTotal(
                    itemName: names[item] ?? "", before: try Money.sum(sums.before, in: currency),
                    after: try Money.sum(sums.after, in: currency)))
        }
        return totals
    }
}

extension EstimatePreview.Line {
    /// By which lines of one item are added up, whatever it was renamed to.
    fileprivate var item: String { itemListID ?? itemName }

    fileprivate init(_ line: EstimateReading.Line, written: Set<String>) {
        self.init(
            origin: line.mark.map(written.contains) == true ? .ours : .bookkeeper, itemListID: line.itemListID,
            itemName: line.itemName, description: line.description, amount: line.amount, mark: line.mark)
    }

    fileprivate init(adding transaction: ExportTransaction, _ prerequisites: SendPrerequisites) {
        let item = prerequisites.items[prerequisites.itemKey(for: transaction.code)]?.reference
        self.init(
            origin: .added, itemListID: item?.listID, itemName: item?.fullName ?? transaction.code.costCodeText,
            description: TextTranslation.description(transaction.draft.description).text, amount: transaction.amount,
            mark: transaction.mark)
    }
}
