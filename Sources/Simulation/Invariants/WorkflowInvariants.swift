internal import BudgetDomain

/// What holds of budgets and exports on their way.
enum WorkflowInvariants {
    static let all: [Invariant] = [
        Invariant(
            "along the lifecycle", "An export moves only from state to state as the table of its lifecycle allows.",
            .workflow, check: alongTheLifecycle),
        Invariant(
            "closed gate", "While an export is open, nothing of its budget changes.", .workflow, check: closedGate),
        Invariant(
            "lock before change", "Only a locked budget is sent or modified.", .workflow, check: lockBeforeChange),
        Invariant(
            "one open export", "A budget has at most one open export.", .workflow, check: oneOpenExport),
        Invariant(
            "frozen snapshot", "What was sent never changes: neither its lines nor its digest.", .workflow,
            check: frozenSnapshot),
        Invariant(
            "accepted by a person",
            "What is on its way to QuickBooks, or there, was accepted by a person who saw just these lines.",
            .workflow, check: acceptedByAPerson),
        Invariant(
            "flags tell the state", "Whether an export is open, or in QuickBooks, is what its state says.", .workflow,
            check: flagsTellTheState),
    ]

    @Sendable private static func alongTheLifecycle(_ world: World, _ sight: Sight) -> [String] {
        sight.entries([.exportMoved, .exportSent]).compactMap { entry in
            if entry.kind == .exportSent {
                let first = isAdoption(entry, sight) ? "synced" : "ready to export"
                return entry.after == first ? nil : "export \(entry.number) begins as \(entry.after)"
            }
            guard !LifecycleMoves.allowed.contains([entry.before, entry.after]) else { return nil }
            return "export \(entry.number) went from \(entry.before) to \(entry.after)"
        }
    }

    /// An export that holds what was kept from QuickBooks: closed from the start.
    private static func isAdoption(_ entry: JournalEntry, _ sight: Sight) -> Bool {
        sight.rows.export(entry.subject)?.kind == StoredRows.adoption
    }

    /// A modification that an approver's decision to keep QuickBooks' amounts made.
    private static func isKept(_ entry: JournalEntry, _ sight: Sight) -> Bool {
        entry.kind == .modificationAdded
            && sight.entries(.audited).contains {
                $0.company == entry.company && $0.after == AuditedAct.amountsKept.rawValue
            }
    }

    private static let budgetChanges: Set<JournalEntry.Kind> = [
        .lineAdded, .lineChanged, .lineDeleted, .modificationAdded, .modificationRemoved, .modificationAltered,
        .lockChanged,
    ]

    @Sendable private static func closedGate(_ world: World, _ sight: Sight) -> [String] {
        sight.entries(budgetChanges).compactMap { entry in
            entry.after.isEmpty || isKept(entry, sight)
                ? nil : "\(entry.kind.rawValue) while an export is \(entry.after)"
        }
    }

    @Sendable private static func lockBeforeChange(_ world: World, _ sight: Sight) -> [String] {
        sight.entries([.exportSent, .modificationAdded]).compactMap { entry in
            entry.before.isEmpty && !isKept(entry, sight) && !isAdoption(entry, sight)
                ? "\(entry.kind.rawValue) of an unlocked budget" : nil
        }
    }

    @Sendable private static func oneOpenExport(_ world: World, _ sight: Sight) -> [String] {
        let open = sight.rows.exports.filter { !StoredRows.closedStates.contains($0.state) }
        return Dictionary(grouping: open, by: \.budget).values.filter { $0.count > 1 }.map { exports in
            "\(exports[0].project) has the open exports \(exports.map(\.number))"
        }.sorted()
    }

    @Sendable private static func frozenSnapshot(_ world: World, _ sight: Sight) -> [String] {
        sight.entries([.exportAltered, .transactionAltered, .transactionAdded]).compactMap { entry in
            let isNew = sight.entries(.exportSent).contains { $0.subject == entry.subject }
            if entry.kind == .transactionAdded, isNew { return nil }
            return "\(entry.kind.rawValue) in export \(entry.subject)"
        }
    }

    @Sendable private static func acceptedByAPerson(_ world: World, _ sight: Sight) -> [String] {
        guard !sight.entries.isEmpty else { return [] }
        var found: [String] = []
        for export in sight.rows.exports
        where !StoredRows.undecidedStates.contains(export.state) && !isClosedUnaccepted(export)
            && export.kind != StoredRows.adoption
        {
            guard let acceptance = world.ledger.acceptances.first(where: { $0.export.text == export.id }) else {
                found.append("export \(export.number) of \(export.project) is \(export.state); nobody accepted it")
                continue
            }
            if acceptance.acceptedBy.text != export.acceptedBy {
                found.append("export \(export.number) names \(export.acceptedBy ?? "nobody") as its approver")
            }
            let lines = sight.rows.transactions(of: export.id)
            if lines.map(\.mark) != acceptance.lines.map(\.mark)
                || lines.map(\.cents) != acceptance.lines.map(\.cents)
                || lines.map(\.costCode) != acceptance.lines.map(\.costCode)
            {
                found.append("export \(export.number) of \(export.project) is not what its approver saw")
            }
        }
        return found
    }

    /// Rejected or retrieved before anybody accepted it.
    private static func isClosedUnaccepted(_ export: StoredRows.Export) -> Bool {
        ["rejected", "retrieved"].contains(export.state) && export.acceptedBy == nil
    }

    @Sendable private static func flagsTellTheState(_ world: World, _ sight: Sight) -> [String] {
        sight.rows.exports.compactMap { export in
            let isOpen = !StoredRows.closedStates.contains(export.state)
            let isInQuickBooks = StoredRows.statesInQuickBooks.contains(export.state)
            guard export.isOpen != isOpen || export.isInQuickBooks != isInQuickBooks else { return nil }
            return "export \(export.number) of \(export.project) is \(export.state), open: \(export.isOpen), "
                + "in QuickBooks: \(export.isInQuickBooks)"
        }
    }
}
