internal import QuickBooksEmulators

/// What holds of amounts.
enum MoneyInvariants {
    static let all: [Invariant] = [
        Invariant(
            "exact amounts",
            "A line that we write carries exactly the cents that were accepted, with what was kept since; and goes on "
                + "carrying them until a bookkeeper edits it.", .money,
            check: exactAmounts),
        Invariant(
            "locked originals",
            "While a budget is locked no original amount changes, and lines that come or go are worth nothing.", .money,
            check: lockedOriginals),
        Invariant(
            "transfers in balance",
            "The two sides of a budget modification travel in the same export and come to zero.", .money,
            check: transfersInBalance),
        Invariant(
            "snapshot is the budget",
            "What QuickBooks holds and what a new export carries are together, line by line, the budget as it was "
                + "sent.", .money, check: snapshotIsTheBudget),
    ]

    @Sendable private static func exactAmounts(_ world: World, _ sight: Sight) -> [String] {
        let kept = sight.rows.kept
        var found: [String] = []
        for write in sight.writes {
            let accepted = world.ledger.acceptedLines(ofCompany: write.company)
            let before = Set(write.before.flatMap(\.lines))
            for line in write.after.flatMap(\.lines) where !before.contains(line) {
                guard let mark = line.other1, let meant = accepted[mark] else { continue }
                let cents = meant.cents + (kept[mark] ?? 0)
                if line.cents != cents {
                    found.append("\(meant.code) (\(mark)) is written as \(line.cents), not \(cents)")
                }
            }
        }
        for company in world.companies {
            let accepted = world.ledger.acceptedLines(ofCompany: company.index)
            for estimate in company.books.estimates where !world.ledger.copies.contains(estimate.txnID) {
                for line in estimate.lines {
                    guard let mark = line.other1, let meant = accepted[mark], meant.cents != line.cents,
                        kept[mark] == nil,
                        !world.ledger.isTouched(mark: mark, inEstimate: estimate.txnID, ofCompany: company.index)
                    else { continue }
                    found.append(
                        "\(meant.code) (\(mark)) is \(line.cents) in estimate \(estimate.txnID), not \(meant.cents)")
                }
            }
        }
        return found
    }

    @Sendable private static func lockedOriginals(_ world: World, _ sight: Sight) -> [String] {
        sight.entries([.lineAdded, .lineChanged, .lineDeleted]).compactMap { entry in
            guard entry.before == "locked", entry.number != 0 else { return nil }
            return "\(entry.kind.rawValue) by \(entry.number) in a locked budget"
        }
    }

    @Sendable private static func transfersInBalance(_ world: World, _ sight: Sight) -> [String] {
        sight.entries(.exportSent).flatMap { sent -> [String] in
            var sums: [String: (cents: Int64, sides: Int)] = [:]
            for transaction in sight.rows.transactions(of: sent.subject) {
                guard let modification = transaction.modification else { continue }
                let sum = sums[modification] ?? (0, 0)
                sums[modification] = (sum.cents + transaction.cents, sum.sides + 1)
            }
            return sums.sorted { $0.key < $1.key }.compactMap { modification, sum in
                let isTransfer = sight.rows.lines.transfers.contains(modification)
                guard sum.sides != (isTransfer ? 2 : 1) || (isTransfer && sum.cents != 0) else { return nil }
                return "modification \(modification) travels with \(sum.sides) sides that come to \(sum.cents)"
            }
        }
    }

    @Sendable private static func snapshotIsTheBudget(_ world: World, _ sight: Sight) -> [String] {
        sight.entries(.exportSent).flatMap { sent -> [String] in
            // What was kept joins a budget that may have been changed since it was sent.
            guard sight.rows.export(sent.subject)?.kind != StoredRows.adoption else { return [] }
            let exports = sight.rows.exportsInQuickBooks(ofBudget: sent.text).map(\.id) + [sent.subject]
            var carried: [String: Int64] = [:]
            for export in Set(exports) {
                for transaction in sight.rows.transactions(of: export) {
                    carried[transaction.line, default: 0] += transaction.cents
                }
            }
            let worth = sight.rows.lines.worth[sent.text] ?? [:]
            return Set(carried.keys).union(worth.keys).sorted().compactMap { line in
                guard carried[line] ?? 0 != worth[line] ?? 0 else { return nil }
                return "line \(line) is worth \(worth[line] ?? 0) and travels as \(carried[line] ?? 0)"
            }
        }
    }
}
