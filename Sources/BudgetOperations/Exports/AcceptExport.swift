package import BudgetDomain
import SQLDatabase

extension Plumbline {
    /// Accepts the export that waits and queues it for QuickBooks. When something that it needs was lost since it was
    /// sent, the export becomes invalid and the acceptance is refused. The dry run is kept with the acceptance.
    /// - Parameter seen: the digest of the dry run that the person saw; the acceptance is refused when it is another by
    ///   now. Nil when nobody looked.
    package func acceptExport(
        of number: String, in companyID: ID<Company>, by personID: ID<Person>, seen: String? = nil
    ) async throws -> Export {
        let now = clock.now()
        let decision: Result<Export, Refused> = try await database.write(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            try place.person.require(.acceptOrRejectExport)
            var standing = try tx.standing(of: place.project.id, in: place.company)
            let prerequisites = try tx.prerequisites(of: place)
            let codes = try standing.openExport.map { try tx.transactions(of: $0.id, in: place.company).map(\.code) }
            let lost = prerequisites.refusals(for: codes ?? [])
            try tx.noteValidity(of: &standing, lost: lost, place: place, at: now)
            do {
                let export = try standing.accepting(
                    prerequisites: prerequisites, codes: codes ?? [],
                    hasConnection: try tx.hasConnection(companyID), by: place.person)
                let (preview, text) = try tx.preview(of: export, budget: standing.budget, at: place, now: now)
                guard seen == nil || seen == preview.digest else { throw Refused(.previewHasChanged) }
                try tx.keep(preview, text: text, in: companyID, at: now)
                try tx.save(export, in: companyID)
                try tx.execute(
                    "UPDATE exports SET accepted_by = $1, accepted_at = $2 WHERE company_id = $3 AND id = $4",
                    [
                        .text(personID.text), .integer(now.microsecondsSince1970), .text(companyID.text),
                        .text(export.id.text),
                    ])
                try tx.audit(
                    .exportAccepted, on: "export \(export.number) of \(number)", by: place.actor,
                    details: [("preview", preview.digest)], in: companyID, at: now)
                try tx.announce(.accepted(by: place.person), about: export, in: place.company, at: now)
                return .success(export)
            } catch let refused as Refused {
                return .failure(refused)
            }
        }
        return try decision.get()
    }
}

extension Transaction {
    func hasConnection(_ company: ID<Company>) throws -> Bool {
        try row("SELECT 1 AS one FROM connections WHERE company_id = $1", [.text(company.text)]) != nil
    }

    /// Keeps `invalid` true: an export waiting for its approver is invalid while something it needs is missing.
    func noteValidity(of standing: inout BudgetStanding, lost: [Refusal], place: Place, at now: Instant) throws {
        guard let index = standing.exports.lastIndex(where: { $0.state.isOpen }) else { return }
        let event: ExportEvent
        switch (standing.exports[index].state, lost.isEmpty) {
        case (.readyToExport, false): event = .prerequisitesLost(lost.map(\.sentence))
        case (.invalid, true): event = .prerequisitesRestored
        case (_, _): return  // default: nothing changed
        }
        standing.exports[index].state = try ExportLifecycle.next(standing.exports[index].state, on: event)
        let export = standing.exports[index]
        try save(export, in: place.company.id)
        try audit(
            lost.isEmpty ? .exportRestored : .exportInvalid, on: "export \(export.number) of \(place.project.number)",
            by: place.actor, details: lost.map { ("lost", $0.sentence) }, in: place.company.id, at: now)
    }
}
