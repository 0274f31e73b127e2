extension BudgetStanding {
    /// The longest comment of a rejection.
    package static let longestComment = 2_000

    /// Decides what a send carries: the unsynced transactions of a locked budget, all of them or none.
    package func sending(
        prerequisites: SendPrerequisites, costTypeNames: [String: String], by person: Person
    ) throws(Refused) -> [TransactionDraft] {
        try person.require(.sendOrRetrieve)
        try restrictions.require(.send)
        let refusals = prerequisites.refusals(for: budget.lines.map(\.code))
        guard refusals.isEmpty else { throw Refused(refusals) }
        let drafts: [TransactionDraft]
        do {
            drafts = try UnsyncedTransactions.drafts(of: budget, exported: exported, costTypeNames: costTypeNames)
        } catch {
            throw Refused(.amountIsOutOfRange(error.sentence))
        }
        guard !drafts.isEmpty else { throw Refused(.nothingToSend) }
        return drafts
    }

    /// Takes the budget back before an approver has decided. It stays locked: unlocking is an act of its own.
    package func retrieving(by person: Person, at instant: Instant) throws(Refused) -> Export {
        try person.require(.sendOrRetrieve)
        try restrictions.require(.retrieve)
        return try openExport(after: .retrieved(by: person.id, at: instant))
    }

    /// Accepts the open export, which queues it for QuickBooks. What it needs is checked once more.
    package func accepting(
        prerequisites: SendPrerequisites, codes: [BudgetCode], hasConnection: Bool, by person: Person
    ) throws(Refused) -> Export {
        try person.require(.acceptOrRejectExport)
        if let waiting = openExport?.state.name, [.readyToExport, .invalid].contains(waiting) {
            let refusals = prerequisites.refusals(for: codes)
            guard refusals.isEmpty else { throw Refused(refusals) }
        }
        let accepted = try openExport(after: .accepted)
        guard !settings.senderMayNotApprove || accepted.sentBy != person.id else {
            throw Refused(.senderMayNotApprove(person: person.name))
        }
        guard hasConnection else { throw Refused(.noConnection) }
        return accepted
    }

    /// Returns the budget to its owner with the reason. Rejecting a first export also unlocks the budget; an update
    /// leaves it locked, because its originals are in QuickBooks.
    package func rejecting(
        comment: String, by person: Person, at instant: Instant
    ) throws(Refused) -> (export: Export, budget: Budget) {
        try person.require(.acceptOrRejectExport)
        let export = try openExport(after: .rejected(by: person.id, at: instant, comment: comment))
        guard !comment.allSatisfy(\.isWhitespace) else { throw Refused(.rejectionNeedsComment) }
        try PlainText.require(comment, as: "Comment", longest: Self.longestComment)
        var budget = budget
        if !wasEverExported { budget.lock = .unlocked }
        return (export, budget)
    }

    /// Tries a failed export again, with the same transactions.
    package func exportingAgain(by person: Person) throws(Refused) -> Export {
        try person.require(.acceptOrRejectExport)
        return try openExport(after: .exportedAgain)
    }

    private func openExport(after event: ExportEvent) throws(Refused) -> Export {
        guard var export = openExport else { throw Refused(.nothingWaitsForApprover) }
        export.state = try ExportLifecycle.next(export.state, on: event)
        return export
    }
}
