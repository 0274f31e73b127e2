internal import BudgetDomain
internal import QuickBooksEmulators

/// What holds when the faults have stopped, and what makes a stop visible.
enum SettlementInvariants {
    static let all: [Invariant] = [
        Invariant(
            "says why",
            "An export that failed says why and what to do; one that differs names each difference.", .exportAndImport,
            check: saysWhy),
        Invariant(
            "no failure inside", "Nothing fails inside the product that no fault of the world explains.",
            .tenancyAndDurability, check: noFailureInside),
        Invariant(
            "nothing stuck", "Once the faults have stopped, every export that was on its way arrives somewhere.",
            .exportAndImport, when: .atEnd, check: nothingStuck),
        Invariant(
            "three polls", "Once the faults have stopped, what was on its way settles within three polls.",
            .exportAndImport, when: .atEnd, check: threePolls),
        Invariant(
            "synced is there",
            "An export that says synced has each of its lines in QuickBooks once, to the cent, unless a bookkeeper "
                + "changed it afterwards.", .exportAndImport, when: .atEnd, check: syncedIsThere),
    ]

    @Sendable private static func saysWhy(_ world: World, _ sight: Sight) -> [String] {
        sight.entries(.exportMoved).compactMap { entry in
            switch entry.after {
            case "failed to export":
                entry.text.contains("\"cure\":\"") && !entry.text.contains("\"cure\":\"\"")
                    ? nil : "export \(entry.number) failed without a cure"
            case "mismatched":
                entry.text.contains("\"kind\":\"") ? nil : "export \(entry.number) differs, and nothing says how"
            default: nil  // default: states that explain themselves
            }
        }
    }

    @Sendable private static func noFailureInside(_ world: World, _ sight: Sight) -> [String] {
        world.servers.flatMap(\.unexplained)
    }

    @Sendable private static func nothingStuck(_ world: World, _ sight: Sight) -> [String] {
        guard world.settlement.polls == nil else { return [] }
        return ["of \(world.settlement.unsettled) exports on their way, some are still: \(world.settlement.others)"]
    }

    @Sendable private static func threePolls(_ world: World, _ sight: Sight) -> [String] {
        guard let polls = world.settlement.polls, polls > 3 else { return [] }
        return ["it took \(polls) polls"]
    }

    @Sendable private static func syncedIsThere(_ world: World, _ sight: Sight) -> [String] {
        guard !world.memory.databaseWasRestored else { return [] }
        let synced = Set(sight.rows.exports.filter { $0.state == "synced" }.map(\.id))
        var found: [String] = []
        for acceptance in world.ledger.acceptances where synced.contains(acceptance.export.text) {
            let company = world.companies[acceptance.key.company]
            guard !world.wasEverUndone(company) else { continue }
            guard let estimate = EstimateInvariants.estimates(of: acceptance.key, in: world).first else {
                found.append("export \(acceptance.number) has no estimate")
                continue
            }
            if world.ledger.isTouched(estimate: estimate.txnID, ofCompany: company.index) { continue }
            for line in acceptance.lines {
                let there = estimate.lines.filter { $0.other1 == line.mark }.map(\.cents)
                if there != [line.cents], sight.rows.kept[line.mark] == nil {
                    found.append("\(line.code) (\(line.mark)) is \(there), not \(line.cents)")
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
