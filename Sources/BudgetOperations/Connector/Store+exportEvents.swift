import BudgetDomain
import SQLDatabase

extension Transaction {
    func export(_ id: ID<Export>, in company: Company) throws -> Export {
        let row = try row(
            "SELECT \(Self.exportColumns) FROM exports WHERE company_id = $1 AND id = $2",
            [.text(company.id.text), .text(id.text)])
        guard let row else { throw Refused(.noSuchExport(id.text)) }
        return try Self.export(row, in: company)
    }

    /// Moves an export along its lifecycle, and keeps the estimate that it names.
    func apply(
        _ event: ExportEvent, toExport id: ID<Export>, of company: Company, by actor: Actor, at now: Instant
    ) throws {
        var export = try export(id, in: company)
        let before = export.state
        export.state = try ExportLifecycle.next(export.state, on: event)
        try save(export, in: company.id)
        if case .awaitingJobCosts(let reference, _) = export.state {
            try keep(reference, ofBudget: export.budget, in: company.id)
        }
        try audit(
            Self.auditedAct(for: event), on: "export \(export.number)", by: actor,
            details: Self.details(of: event) + [("export", id.text)], in: company.id, at: now)
        if let notice = ExportNotice(movingFrom: before, to: export.state) {
            try announce(notice, about: export, in: company, at: now)
        }
    }

    private func keep(_ reference: EstimateReference, ofBudget budget: ID<Budget>, in company: ID<Company>) throws {
        try execute(
            """
            UPDATE estimates SET txn_id = $1, edit_sequence = $2
            WHERE company_id = $3
                AND project_id = (SELECT project_id FROM budgets WHERE company_id = $3 AND id = $4)
            """,
            [.text(reference.txnID), .text(reference.editSequence), .text(company.text), .text(budget.text)])
    }

    /// Takes what was read from QuickBooks: the report shows it, and what was accepted is compared with it.
    func readBack(
        _ sighting: EstimateSighting, of projectID: ID<Project>, in company: Company, by actor: Actor, at now: Instant
    ) throws {
        let before = try storedEstimate(of: projectID, in: company)
        try save(sighting, of: projectID, in: company.id, at: now)
        try compare(sighting, before: before, of: projectID, in: company, by: actor, at: now)
    }

    /// Holds what was accepted against what was read. The export that waits for it is synced or mismatched; where none
    /// is open, the last synced one becomes mismatched when what was equal once is not so any more.
    func compare(
        _ sighting: EstimateSighting, before: StoredEstimate, of projectID: ID<Project>, in company: Company,
        by actor: Actor, at now: Instant
    ) throws {
        let project = try project(projectID, of: company.id)
        let expected = try expectedLines(of: project, in: company)
        guard !expected.isEmpty else { return }
        let gate = try JobCostGate(expected: expected, job: project.job.reference, sighting: sighting)
        try noteDrift(gate.differences, sighting: sighting, before: before, of: projectID, in: company, at: now)
        guard let export = try exportToCompare(of: projectID, in: company),
            let known = Self.reference(of: export.state),
            export.state.isOpen || !gate.isOpen
        else { return }
        let reference = sighting.reading?.reference ?? known
        let event: ExportEvent =
            gate.isOpen ? .readBackEqual(reference, at: now) : .readBackDiffers(reference, gate.differences)
        try apply(event, toExport: export.id, of: company, by: actor, at: now)
    }

    /// Compares once more with the last reading: an export that is not open any more may have hidden a difference.
    func compareAgain(_ place: Place, at now: Instant) throws {
        let stored = try storedEstimate(of: place.project.id, in: place.company)
        guard let sighting = stored.sighting else { return }
        try compare(
            sighting, before: stored, of: place.project.id, in: place.company, by: place.actor, at: now)
    }

    /// The open export if a reading moves it; with none open, the last one that was synced.
    private func exportToCompare(of project: ID<Project>, in company: Company) throws -> Export? {
        try row(
            """
            SELECT \(Self.exportColumns) FROM exports
            WHERE company_id = $1 AND project_id = $2 AND kind <> 'adoption'
                AND (is_open = 1 OR state = 'synced')
            ORDER BY is_open DESC, number DESC LIMIT 1
            """, [.text(company.id.text), .text(project.text)]
        ).map { try Self.export($0, in: company) }
    }

    private static func reference(of state: ExportState) -> EstimateReference? {
        switch state {
        case .awaitingJobCosts(let reference, _), .synced(let reference, _): reference
        case .mismatched(let mismatch): mismatch.reference
        // While ours is on its way again, only the look before the write decides.
        case .rewriting, .readyToExport, .invalid, .exporting, .failedToExport, .rejected, .retrieved: nil
        }
    }

    private static func auditedAct(for event: ExportEvent) -> AuditedAct {
        switch event {
        case .accepted: .exportAccepted
        case .rejected: .exportRejected
        case .retrieved: .budgetRetrieved
        case .prerequisitesLost: .exportInvalid
        case .prerequisitesRestored: .exportRestored
        case .claimed: .exportHandedOut
        case .written: .exportWritten
        case .refused: .exportRefused
        case .answerLost: .answerLost
        case .provenAbsent: .provenAbsent
        case .readBackEqual: .exportSynced
        case .readBackDiffers: .exportMismatched
        case .exportedAgain: .exportedAgain
        case .kept: .amountsKept
        case .rewriteOrdered: .rewriteOrdered
        }
    }

    private static func details(of event: ExportEvent) -> [(String, String)] {
        switch event {
        case .claimed(let messageSetID, _): [("message set", messageSetID)]
        case .written(let reference, _), .readBackEqual(let reference, _): [("estimate", reference.txnID)]
        case .refused(let fault): [("fault", fault.text), ("code", fault.code)]
        case .readBackDiffers(_, let differences): differences.map { ("difference", $0.sentence) }
        case .accepted, .rejected, .retrieved, .prerequisitesLost, .prerequisitesRestored, .answerLost, .provenAbsent,
            .exportedAgain, .kept, .rewriteOrdered:
            []
        }
    }
}
