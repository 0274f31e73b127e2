internal import BudgetDomain
internal import QuickBooksEmulators

/// What holds of the estimates in QuickBooks.
enum EstimateInvariants {
    static let all: [Invariant] = [
        Invariant(
            "one estimate", "QuickBooks never holds two estimates of one budget that we made.", .exportAndImport,
            check: oneEstimate),
        Invariant(
            "marks once", "A transaction is at most once in QuickBooks, unless a bookkeeper copied it.",
            .exportAndImport, check: marksOnce),
        Invariant(
            "accepted intent",
            "Every line that we write carries a mark, and every mark in QuickBooks was accepted by somebody first.",
            .exportAndImport, check: acceptedIntent),
        Invariant(
            "bookkeeper's lines", "No write of ours removes or alters a line that a bookkeeper typed.",
            .exportAndImport,
            check: bookkeepersLines),
        Invariant(
            "decided rewriting",
            "A line of ours that stands in QuickBooks is written again only where an approver decided so.",
            .exportAndImport, check: decidedRewriting),
        Invariant(
            "own estimate", "A write of ours touches no estimate but the one that carries the budget's own GUID.",
            .exportAndImport, check: ownEstimate),
        Invariant(
            "whole export", "A write brings every line of an export, or none.", .exportAndImport, check: wholeExport),
        Invariant(
            "right item", "A line that we write carries the item of its own cost code.", .exportAndImport,
            check: rightItem),
        Invariant(
            "failed is absent",
            "Of an export that failed, was rejected or was taken back, QuickBooks holds nothing.", .exportAndImport,
            check: failedIsAbsent),
        Invariant(
            "synced as read",
            "An export becomes synced only after a reading, made since our last write, that equals what was accepted.",
            .exportAndImport, check: syncedAsRead),
    ]

    /// The estimates of a project that we made, by the GUID that only we give.
    static func estimates(of key: Ledger.ProjectKey, in world: World) -> [EstimateSnapshot] {
        let guids = world.ledger.guids[key] ?? []
        return world.companies[key.company].books.estimates.filter { estimate in
            estimate.externalGUID.map { guids.contains($0.bareGUID) } ?? false
        }
    }

    @Sendable private static func oneEstimate(_ world: World, _ sight: Sight) -> [String] {
        world.ledger.guids.keys.sorted().compactMap { key in
            let ours = estimates(of: key, in: world)
            return ours.count > 1 ? "\(key.project) has \(ours.map(\.txnID)) in company \(key.company + 1)" : nil
        }
    }

    @Sendable private static func marksOnce(_ world: World, _ sight: Sight) -> [String] {
        var found: [String] = []
        for company in world.companies {
            var seen: Set<String> = []
            for estimate in company.books.estimates where !world.ledger.copies.contains(estimate.txnID) {
                for mark in estimate.lines.compactMap(\.other1) where !seen.insert(mark).inserted {
                    found.append("\(mark) is in estimate \(estimate.txnID), and was there before")
                }
            }
        }
        return found
    }

    @Sendable private static func acceptedIntent(_ world: World, _ sight: Sight) -> [String] {
        var found: [String] = []
        for company in world.companies {
            let accepted = world.ledger.acceptedLines(ofCompany: company.index)
            for estimate in company.books.estimates {
                for mark in estimate.lines.compactMap(\.other1) where accepted[mark] == nil {
                    found.append("\(mark) in estimate \(estimate.txnID) was accepted by nobody")
                }
            }
        }
        for write in sight.writes {
            let before = Set(write.before.flatMap(\.lines).map(\.txnLineID))
            for line in write.after.flatMap(\.lines) where line.other1 == nil && !before.contains(line.txnLineID) {
                found.append("line \(line.txnLineID) over \(line.cents) was written without a mark")
            }
        }
        return found
    }

    @Sendable private static func bookkeepersLines(_ world: World, _ sight: Sight) -> [String] {
        world.ledger.trespasses.map { "step \($0.step), estimate \($0.txnID): \($0.text)" }
    }

    @Sendable private static func decidedRewriting(_ world: World, _ sight: Sight) -> [String] {
        guard !world.memory.databaseWasRestored else { return [] }
        return sight.writes.compactMap { write in
            let after = Set(write.after.flatMap(\.lines))
            let changed = write.before.flatMap(\.lines).first { $0.other1 != nil && !after.contains($0) }
            let id = write.request.text(between: "newMessageSetID=\"", and: "\"") ?? ""
            guard let changed, !world.memory.rewritingSets.contains(id) else { return nil }
            return "line \(changed.txnLineID) of ours was written again by message set \(id), which nobody ordered"
        }
    }

    @Sendable private static func ownEstimate(_ world: World, _ sight: Sight) -> [String] {
        sight.writes.flatMap { write in
            let guids = world.ledger.guids.filter { $0.key.company == write.company }.values.joined()
            return write.after.compactMap { estimate -> String? in
                guard !write.before.contains(estimate) else { return nil }
                if let guid = estimate.externalGUID, guids.contains(guid.bareGUID) { return nil }
                return "estimate \(estimate.txnID) is not ours, and was written to"
            }
        }
    }

    @Sendable private static func wholeExport(_ world: World, _ sight: Sight) -> [String] {
        var found: [String] = []
        let kept = sight.rows.kept
        for write in sight.writes {
            let before = Set(write.before.flatMap(\.lines).compactMap(\.other1))
            for estimate in write.after where !write.before.contains(estimate) {
                let marks = Set(estimate.lines.compactMap(\.other1))
                for acceptance in world.ledger.acceptances where acceptance.key.company == write.company {
                    // A line whose amount was kept may be gone for good.
                    let ours = Set(acceptance.lines.map(\.mark).filter { kept[$0] == nil })
                    guard !ours.isDisjoint(with: marks.subtracting(before)), !ours.isSubset(of: marks) else {
                        continue
                    }
                    found.append(
                        "of export \(acceptance.number), \(ours.intersection(marks).count) of \(ours.count) lines came")
                }
            }
        }
        return found
    }

    @Sendable private static func rightItem(_ world: World, _ sight: Sight) -> [String] {
        let kept = sight.rows.kept
        var found: [String] = []
        for write in sight.writes where write.before != write.after {
            let accepted = world.ledger.acceptedLines(ofCompany: write.company)
            let codes = world.memory.itemCodes[write.company] ?? [:]
            for line in write.request.split(separator: "<EstimateLine").map(String.init) {
                guard let mark = line.text(between: "<Other1>", and: "<"), let meant = accepted[mark],
                    let listID = line.text(between: "<ListID>", and: "<"), let code = codes[listID],
                    code != meant.costCode, kept[mark] == nil
                else { continue }
                found.append("\(meant.code) (\(mark)) was written with item \(code)")
            }
        }
        return found
    }

    @Sendable private static func failedIsAbsent(_ world: World, _ sight: Sight) -> [String] {
        let absent = sight.rows.exports.filter { ["failed to export", "rejected", "retrieved"].contains($0.state) }
        guard !absent.isEmpty, !world.memory.databaseWasRestored else { return [] }
        var found: [String] = []
        for company in world.companies where !world.ledger.restorations.contains(where: { $0.company == company.index })
        {
            let marks = Set(
                company.books.estimates.filter { !world.ledger.copies.contains($0.txnID) }.flatMap(\.lines)
                    .compactMap(\.other1))
            for export in absent where export.company == company.id.text {
                let there = sight.rows.transactions(of: export.id).filter { marks.contains($0.mark) }
                guard let first = there.first else { continue }
                found.append("export \(export.number) is \(export.state), and \(first.mark) is in QuickBooks")
            }
        }
        return found
    }

    @Sendable private static func syncedAsRead(_ world: World, _ sight: Sight) -> [String] {
        sight.entries(.exportMoved).compactMap { moved in
            guard moved.after == "synced", let export = sight.rows.export(moved.subject),
                let company = world.index(of: export.company)
            else { return nil }
            let exports = sight.rows.exportsInQuickBooks(ofBudget: export.budget)
            let expected = exports.flatMap { sight.rows.transactions(of: $0.id) }.filter { $0.adjusts == nil }
            let kept = sight.rows.kept
            let key = Ledger.ProjectKey(company: company, project: export.project)
            let guids = world.ledger.guids[key] ?? []
            let readings = world.ledger.readings.filter { $0.key.company == company }.values.joined()
            let isRead = readings.contains { reading in
                guard let guid = reading.externalGUID, guids.contains(guid.bareGUID) else { return false }
                return expected.allSatisfy { line in
                    let there = reading.lines.filter { $0.other1 == line.mark }.map(\.cents)
                    guard let more = kept[line.mark] else { return there == [line.cents] }
                    return there.reduce(0, +) == line.cents + more
                }
            }
            return isRead ? nil : "export \(export.number) of \(export.project) is synced, and no reading equalled it"
        }
    }
}
