internal import BudgetDomain
internal import QuickBooksEmulators

/// The invariants on which all else stands.
extension Invariants {
    static let central: [Invariant] = [
        Invariant(
            "one estimate",
            "QuickBooks never holds two estimates of one budget that we made.",
            check: oneEstimate),
        Invariant(
            "marks once",
            "A transaction is at most once in its estimate.",
            check: marksOnce),
        Invariant(
            "exact amounts",
            "A line that we wrote carries exactly the cents that were accepted, until a bookkeeper edits it.",
            check: exactAmounts),
        Invariant(
            "accepted intent",
            "Every line with a mark of ours in QuickBooks was accepted by somebody first.",
            check: acceptedIntent),
        Invariant(
            "bookkeeper's lines",
            "No write of ours removes or alters a line that a bookkeeper typed.",
            check: bookkeepersLines),
        Invariant(
            "no failure inside",
            "Nothing fails inside the product that no fault of the world explains.",
            check: noFailureInside),
        Invariant(
            "synced is there",
            "An export that says synced has each of its lines in QuickBooks once, to the cent, unless a bookkeeper "
                + "changed it afterwards.",
            when: .atEnd, check: syncedIsThere),
    ]

    @Sendable private static func oneEstimate(_ world: World) -> [Violation] {
        var found: [Violation] = []
        for (key, guids) in world.ledger.guids.sorted(by: { $0.key < $1.key }) {
            let ours = world.companies[key.company].books.estimates.filter { estimate in
                estimate.externalGUID.map { guids.contains($0.lowercased()) } ?? false
            }
            if ours.count > 1 {
                found.append(
                    Violation("one estimate", "\(key.project) has \(ours.map(\.txnID)) in company \(key.company + 1)"))
            }
        }
        return found
    }

    @Sendable private static func marksOnce(_ world: World) -> [Violation] {
        var found: [Violation] = []
        for company in world.companies {
            for estimate in company.books.estimates where !world.ledger.copies.contains(estimate.txnID) {
                var seen: Set<String> = []
                for mark in estimate.lines.compactMap(\.other1) where !seen.insert(mark).inserted {
                    found.append(Violation("marks once", "\(mark) is in estimate \(estimate.txnID) more than once"))
                }
            }
        }
        return found
    }

    @Sendable private static func exactAmounts(_ world: World) -> [Violation] {
        var found: [Violation] = []
        for company in world.companies {
            let accepted = world.ledger.acceptedLines(ofCompany: company.index)
            for estimate in company.books.estimates {
                for line in estimate.lines {
                    guard let mark = line.other1, let meant = accepted[mark], meant.cents != line.cents,
                        !world.ledger.isTouched(mark: mark, inEstimate: estimate.txnID, ofCompany: company.index),
                        !world.ledger.copies.contains(estimate.txnID)
                    else { continue }
                    found.append(
                        Violation(
                            "exact amounts",
                            "\(meant.code) (\(mark)) is \(line.cents) in estimate \(estimate.txnID), not \(meant.cents)"
                        ))
                }
            }
        }
        return found
    }

    @Sendable private static func acceptedIntent(_ world: World) -> [Violation] {
        var found: [Violation] = []
        for company in world.companies {
            let accepted = world.ledger.acceptedLines(ofCompany: company.index)
            for estimate in company.books.estimates {
                for mark in estimate.lines.compactMap(\.other1) where accepted[mark] == nil {
                    found.append(
                        Violation("accepted intent", "\(mark) in estimate \(estimate.txnID) was accepted by nobody"))
                }
            }
        }
        return found
    }

    @Sendable private static func bookkeepersLines(_ world: World) -> [Violation] {
        world.ledger.trespasses.map {
            Violation("bookkeeper's lines", "step \($0.step), estimate \($0.txnID): \($0.text)")
        }
    }

    @Sendable private static func noFailureInside(_ world: World) -> [Violation] {
        world.servers.flatMap { server in server.unexplained.map { Violation("no failure inside", $0) } }
    }

    @Sendable private static func syncedIsThere(_ world: World) async throws -> [Violation] {
        guard !world.memory.databaseWasRestored else { return [] }
        let synced = Set(try await world.probe.acceptedExports().filter { $0.state == .synced }.map(\.export))
        var found: [Violation] = []
        for acceptance in world.ledger.acceptances where synced.contains(acceptance.export) {
            let company = world.companies[acceptance.key.company]
            let guids = world.ledger.guids[acceptance.key] ?? []
            let estimate = company.books.estimates.first { estimate in
                estimate.externalGUID.map { guids.contains($0.lowercased()) } ?? false
            }
            guard let estimate else {
                if !world.wasEverUndone(company) {
                    found.append(Violation("synced is there", "export \(acceptance.number) has no estimate"))
                }
                continue
            }
            if world.ledger.isTouched(estimate: estimate.txnID, ofCompany: company.index)
                || world.wasEverUndone(company)
            {
                continue
            }
            for line in acceptance.lines {
                let there = estimate.lines.filter { $0.other1 == line.mark }.map(\.cents)
                if there != [line.cents] {
                    found.append(
                        Violation("synced is there", "\(line.code) (\(line.mark)) is \(there), not \(line.cents)"))
                }
            }
        }
        return found
    }
}

extension World {
    /// Whether somebody took an estimate out of the file as a whole, which the product learns of at its next read.
    package func wasEverUndone(_ company: SimulatedCompany) -> Bool {
        ledger.restorations.contains { $0.company == company.index }
            || ledger.bookkeeping.contains { $0.company == company.index && $0.kind == .estimateDeleted }
    }
}
