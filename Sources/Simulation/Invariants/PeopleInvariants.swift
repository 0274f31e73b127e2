internal import BudgetDomain

/// What holds of who does what.
enum PeopleInvariants {
    static let all: [Invariant] = [
        Invariant(
            "rights", "Nobody without the right at that instant ever caused an effect.", .workflow, check: rights),
        Invariant(
            "duties apart",
            "Where the sender may not approve, nobody accepts what they sent themselves.", .workflow,
            check: dutiesApart),
        Invariant(
            "own hand", "Every effect of a person was asked for by that person, and is audited under that name.",
            .workflow, check: ownHand),
        Invariant(
            "told is stored", "What a person was told is done is stored.", .tenancyAndDurability, check: toldIsStored),
    ]

    /// The entry that an act leaves in the audit; nil for an act that changes nothing.
    private static func auditedAct(of act: PersonAct) -> AuditedAct? {
        switch act {
        case .importBudget: .budgetImported
        case .addLine: .lineItemAdded
        case .setAmount: .originalAmountChanged
        case .deleteLine: .lineItemDeleted
        case .lock: .budgetLocked
        case .unlock: .budgetUnlocked
        case .modify: .modificationCreated
        case .send: .budgetSent
        case .retrieve: .budgetRetrieved
        case .accept: .exportAccepted
        case .reject: .exportRejected
        case .exportAgain: .exportedAgain
        case .keepQuickBooksAmounts: .amountsKept
        case .writeOursAgain: .rewriteOrdered
        case .requestJob: .jobRequested
        case .requestItems: .itemsRequested
        case .requestJobCosts: .jobCostsRequested
        case .look: nil
        }
    }

    /// What an act may leave behind beside its own entry: whether the export can be accepted at all, and what an
    /// export that was taken away had hidden.
    private static let sideEffects: Set<String> = [
        AuditedAct.exportInvalid.rawValue, AuditedAct.exportRestored.rawValue, AuditedAct.exportMismatched.rawValue,
        AuditedAct.exportSynced.rawValue,
    ]

    private static func effects(_ sight: Sight) -> [JournalEntry] {
        sight.entries(.audited).filter { !$0.before.isEmpty && !sideEffects.contains($0.after) }
    }

    @Sendable private static func rights(_ world: World, _ sight: Sight) -> [String] {
        var effects = effects(sight)
        return sight.decisions.compactMap { decision in
            guard let act = auditedAct(of: decision.act), isPossible(decision.outcome) else { return nil }
            guard let index = effects.firstIndex(where: { $0.after == act.rawValue }) else { return nil }
            effects.remove(at: index)
            let rights = sight.rows.rights[decision.person.id.text] ?? StoredRows.Rights()
            guard !isAllowed(decision.act, rights) else { return nil }
            return "\(decision.person.name), who may not, did: \(decision.act.name) on \(decision.key.project)"
        }
    }

    private static func isPossible(_ outcome: ActOutcome) -> Bool {
        switch outcome {
        case .done, .unanswered, .failed: true
        case .refused: false
        }
    }

    /// Written down a second time, in the words of the permission table's document.
    private static func isAllowed(_ act: PersonAct, _ rights: StoredRows.Rights) -> Bool {
        switch act {
        case .importBudget, .addLine, .setAmount, .deleteLine, .lock, .unlock, .modify, .send, .retrieve:
            rights.mayChangeBudgets
        case .accept, .reject, .exportAgain, .keepQuickBooksAmounts, .writeOursAgain, .requestJob, .requestItems:
            rights.seesAccounting && rights.canPushToAccounting
        case .requestJobCosts: rights.seesAccounting
        case .look: true
        }
    }

    @Sendable private static func dutiesApart(_ world: World, _ sight: Sight) -> [String] {
        sight.entries(.exportAccepted).compactMap { entry in
            guard sight.rows.dutiesApart.contains(entry.company),
                let acceptance = world.ledger.acceptances.last(where: { $0.export.text == entry.subject }),
                acceptance.acceptedBy == acceptance.sentBy
            else { return nil }
            return "export \(acceptance.number) was accepted by its sender"
        }
    }

    @Sendable private static func ownHand(_ world: World, _ sight: Sight) -> [String] {
        var decisions = sight.decisions.filter { isPossible($0.outcome) }
        return effects(sight).compactMap { effect in
            let index = decisions.firstIndex { decision in
                decision.person.id.text == effect.before && auditedAct(of: decision.act)?.rawValue == effect.after
            }
            guard let index else { return "\(effect.after) stands under \(effect.before), who did not do it" }
            decisions.remove(at: index)
            return nil
        }
    }

    @Sendable private static func toldIsStored(_ world: World, _ sight: Sight) -> [String] {
        var effects = effects(sight)
        return sight.decisions.compactMap { decision in
            guard decision.outcome == .done, let act = auditedAct(of: decision.act) else { return nil }
            guard let index = effects.firstIndex(where: { $0.after == act.rawValue }) else {
                return "\(decision.person.name) was told that this is done, and it is not: \(decision.act.name)"
            }
            effects.remove(at: index)
            return nil
        }
    }
}
