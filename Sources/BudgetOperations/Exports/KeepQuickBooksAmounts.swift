package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Decides that what stands in QuickBooks is taken into the budget, as budget modifications whose amounts are on
    /// the estimate already. The next reading says whether budget and estimate are equal now.
    package func keepQuickBooksAmounts(
        of number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> Export {
        let now = clock.now()
        return try await database.write(of: companyID) { [randomness] tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            let standing = try tx.standing(of: place.project.id, in: place.company)
            let prerequisites = try tx.prerequisites(of: place)
            let (export, adoption) = try standing.keeping(
                try tx.storedEstimate(of: place.project.id, in: place.company).sighting?.reading,
                expected: try tx.expectedLines(of: place.project, in: place.company),
                itemListID: { prerequisites.items[prerequisites.itemKey(for: $0)]?.reference?.listID },
                by: place.person, at: now)
            try tx.save(export, in: companyID)
            if let job = adoption.job { try tx.link(place, with: job, at: now) }
            if !adoption.entries.isEmpty {
                try tx.insert(adoption, of: standing, place: place, randomness, at: now)
            }
            try tx.decideDrift(
                "\(place.person.name): keep QuickBooks' amounts", of: place.project.id, in: companyID, at: now)
            try tx.audit(
                .amountsKept, on: "export \(export.number) of \(number)", by: place.actor,
                details: adoption.entries.map { ("kept", $0.reason) }
                    + (adoption.job.map { [("job", $0.fullName)] } ?? []),
                in: companyID, at: now)
            return export
        }
    }
}

extension Transaction {
    fileprivate func link(_ place: Place, with job: ListReference, at now: Instant) throws {
        let other = try row(
            "SELECT number FROM projects WHERE company_id = $1 AND list_id = $2 AND id <> $3",
            [.text(place.company.id.text), .text(job.listID), .text(place.project.id.text)])
        if let other {
            throw Refused(.jobBelongsToAnotherProject(job: job.fullName, project: try other.text("number")))
        }
        try saveJob(of: place.project.id, in: place.company.id, reference: job, fault: nil, at: now)
    }

    /// An export of its own holds what was taken over: closed from the start, because all of it was read.
    fileprivate func insert(
        _ adoption: Adoption, of standing: BudgetStanding, place: Place, _ randomness: Randomness, at now: Instant
    ) throws {
        guard let open = standing.openExport, case .mismatched(let mismatch) = open.state else { return }
        var transactions: [ExportTransaction] = []
        var number = standing.budget.modifications.last?.number ?? 0
        for entry in adoption.entries {
            var modification: BudgetModification?
            if !entry.amount.isZero {
                number += 1
                let made = try entry.modification(id: randomness.id(), number: number)
                try insert(made, into: standing.budget, by: place.person, at: now)
                modification = made
            }
            transactions += try entry.transactions(of: modification, randomness)
        }
        let export = Export(
            id: randomness.id(), budget: standing.budget.id, number: (standing.exports.last?.number ?? 0) + 1,
            kind: .adoption, sentBy: place.person.id, sentAt: now, state: .synced(mismatch.reference, seenAt: now))
        try insert(
            export, transactions: transactions, digest: SnapshotDigest.of(transactions, project: place.project),
            of: place)
    }
}

extension Adoption.Entry {
    /// Money goes from the line that gives to the line that receives; without a second line the grand total changes,
    /// as it has in QuickBooks.
    fileprivate func modification(id: ID<BudgetModification>, number: Int) throws -> BudgetModification {
        let notes = "Kept from QuickBooks: \(reason)"
        guard let to else {
            return BudgetModification(id: id, number: number, from: nil, to: line.id, amount: amount, notes: notes)
        }
        return amount.minorUnits > 0
            ? BudgetModification(id: id, number: number, from: line.id, to: to.id, amount: amount, notes: notes)
            : BudgetModification(
                id: id, number: number, from: to.id, to: line.id, amount: try amount.negated(), notes: notes)
    }

    fileprivate func transactions(
        of modification: BudgetModification?, _ randomness: Randomness
    ) throws -> [ExportTransaction] {
        func side(_ line: BudgetLineItem, _ amount: Money) -> ExportTransaction {
            ExportTransaction(
                id: randomness.id(), mark: randomness.mark(),
                draft: TransactionDraft(
                    line: line.id, code: line.code,
                    kind: amount.minorUnits < 0 ? .modificationFrom : .modificationTo,
                    modification: modification?.id, amount: amount, description: "Kept from QuickBooks: \(reason)"),
                adjusts: mark)
        }
        guard let to else { return [side(line, amount)] }
        return [side(line, try amount.negated()), side(to, amount)]
    }
}
