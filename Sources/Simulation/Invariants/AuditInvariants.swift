internal import BudgetDomain
internal import QuickBooksEmulators

/// What holds of the audit.
enum AuditInvariants {
    static let all: [Invariant] = [
        Invariant(
            "numbers without a gap", "Audit entries of a company are numbered from 1 without a gap.", .audit,
            check: numbersWithoutAGap),
        Invariant("never rewritten", "No audit entry is ever changed or removed.", .audit, check: neverRewritten),
        Invariant(
            "chain holds", "Every entry's hash binds what it shows and all entries before it.", .audit, when: .atEnd
        ) { _, sight in sight.brokenChains },
        Invariant(
            "every move audited",
            "Each move of an export has its own entry, in the same order, and no entry tells of a move that was not "
                + "made.", .audit, check: everyMoveAudited),
        Invariant(
            "every change audited", "Whatever changes a budget, a right or a setting is audited with it.", .audit,
            check: everyChangeAudited),
        Invariant(
            "every effect audited", "Every write into an estimate is in the audit, by its message set.", .audit,
            check: everyEffectAudited),
        Invariant(
            "no secret", "No password and no ticket of a session is in an audit entry or a stored document.", .audit,
            check: noSecret),
    ]

    @Sendable private static func numbersWithoutAGap(_ world: World, _ sight: Sight) -> [String] {
        sight.entries(.audited).compactMap { entry in
            let expected = (world.memory.lastAudited[entry.company] ?? 0) + 1
            world.memory.lastAudited[entry.company] = entry.number
            return entry.number == expected ? nil : "entry \(entry.number) follows \(expected - 1)"
        }
    }

    @Sendable private static func neverRewritten(_ world: World, _ sight: Sight) -> [String] {
        sight.entries(.auditAltered).map { "entry \($0.number) (\($0.after)) was changed or removed" }
    }

    @Sendable private static func everyMoveAudited(_ world: World, _ sight: Sight) -> [String] {
        var found: [String] = []
        for company in world.companies.map(\.id.text) {
            var told = sight.entries(.audited).filter { $0.company == company && moves.contains($0.after) }[...]
            for moved in sight.entries([.exportMoved, .exportSent]) where moved.company == company {
                // What was kept is told by the move of the export that differed.
                if moved.kind == .exportSent, sight.rows.export(moved.subject)?.kind == StoredRows.adoption { continue }
                let acts = moved.kind == .exportSent ? [.budgetSent] : acts(moved.before, moved.after)
                if let next = told.first, acts.map(\.rawValue).contains(next.after) {
                    told = told.dropFirst()
                } else {
                    found.append("export \(moved.number) from \(moved.before) to \(moved.after) is not audited")
                }
            }
            found += told.map { "the audit tells of a move that was not made: \($0.after)" }
        }
        return found
    }

    private static let moves: Set<String> = Set(
        [
            AuditedAct.budgetSent, .exportAccepted, .exportRejected, .budgetRetrieved, .exportInvalid, .exportRestored,
            .exportHandedOut, .exportWritten, .exportRefused, .answerLost, .provenAbsent, .exportSynced,
            .exportMismatched, .exportedAgain, .amountsKept, .rewriteOrdered,
        ].map(\.rawValue))

    /// The acts that may move an export so.
    private static func acts(_ before: String, _ after: String) -> [AuditedAct] {
        switch (before, after) {
        case (_, "invalid"): [.exportInvalid]
        case (_, "ready to export"): [.exportRestored]
        case (_, "retrieved"): [.budgetRetrieved]
        case (_, "rejected"): [.exportRejected]
        case ("ready to export", "queued"): [.exportAccepted]
        case ("failed to export", "queued"): [.exportedAgain]
        case ("mismatched", "rewrite queued"): [.rewriteOrdered]
        case ("mismatched", "awaiting job costs"): [.amountsKept]
        case (_, "handed out"), (_, "rewrite handed out"): [.exportHandedOut]
        case (_, "unknown"), (_, "rewrite unknown"): [.answerLost]
        case (_, "awaiting job costs"): [.exportWritten]
        case (_, "synced"): [.exportSynced]
        case ("rewrite queued", "mismatched"), ("rewrite handed out", "mismatched"), ("rewrite unknown", "mismatched"):
            [.exportMismatched, .exportRefused, .provenAbsent]
        case (_, "mismatched"): [.exportMismatched]
        case (_, "queued"), (_, "rewrite queued"), (_, "failed to export"): [.exportRefused, .provenAbsent]
        default: []  // default: a state that the table does not know
        }
    }

    private static let changes: [(kind: JournalEntry.Kind, acts: [AuditedAct])] = [
        (.lineAdded, [.lineItemAdded, .budgetImported]),
        (.lineChanged, [.originalAmountChanged, .budgetImported]),
        (.lineDeleted, [.lineItemDeleted]),
        (.modificationAdded, [.modificationCreated, .amountsKept]),
        (.modificationRemoved, [.budgetUnlocked]),
        (.lockChanged, [.budgetLocked, .budgetUnlocked, .exportRejected]),
        (
            .rightsChanged,
            [.permissionsChanged, .privilegeGranted, .privilegeRevoked, .personDeactivated, .personReactivated]
        ),
        (.settingsChanged, [.settingsChanged]),
        (.fileBound, [.companyFileBound]),
    ]

    @Sendable private static func everyChangeAudited(_ world: World, _ sight: Sight) -> [String] {
        let told = Set(sight.entries(.audited).map { [$0.company, $0.after] })
        return changes.flatMap { kind, acts in
            sight.entries(kind).compactMap { change in
                acts.contains { told.contains([change.company, $0.rawValue]) }
                    ? nil : "\(kind.rawValue) is not audited"
            }
        }
    }

    @Sendable private static func everyEffectAudited(_ world: World, _ sight: Sight) -> [String] {
        guard !world.memory.databaseWasRestored else { return [] }
        return sight.writes.compactMap { write in
            guard write.before != write.after else { return nil }
            let id = write.request.text(between: "newMessageSetID=\"", and: "\"") ?? ""
            return world.memory.auditedSets.contains(id) ? nil : "message set \(id) wrote, and no entry names it"
        }
    }

    @Sendable private static func noSecret(_ world: World, _ sight: Sight) -> [String] {
        let told = sight.entries([.audited, .setStored])
        guard !told.isEmpty else { return [] }
        var secrets = world.companies.map(\.account.password)
        for connector in world.companies.flatMap(\.connectors) {
            guard let ticket = connector.poll?.ticket, ticket.utf8.count > 8 else { continue }
            secrets.append(ticket)
        }
        return told.compactMap { entry in
            secrets.contains { entry.text.contains($0) || entry.subject.contains($0) }
                ? "\(entry.kind.rawValue) “\(entry.subject)” holds a secret" : nil
        }
    }
}
