package import BudgetDomain
import SQLDatabase

/// What an approver sees before accepting.
package struct ExportPreview: Hashable, Sendable {
    package let export: Export
    package let estimate: EstimatePreview
    package let preflight: Preflight
    /// The estimate's last reading, from which the dry run starts; nil when it was never read.
    package let estimateReadAt: Instant?
    /// Stands for the dry run and the preflight as they are here: whoever accepts can say that this is what they saw.
    package let digest: String
}

extension Plumbline {
    /// The dry run of the project's latest export: the estimate as it was last read and as it will be, what will not
    /// survive the trip, and the preflight. Nothing is asked of QuickBooks and nothing is changed.
    package func exportPreview(
        of number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> ExportPreview {
        let now = clock.now()
        return try await database.read(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            try place.person.require(.viewERPLists)
            let standing = try tx.standing(of: place.project.id, in: place.company)
            guard let export = standing.exports.last else { throw Refused(.nothingWaitsForApprover) }
            return try tx.preview(of: export, budget: standing.budget, at: place, now: now).preview
        }
    }
}

extension Transaction {
    /// - Returns: the preview, and the canonical text of which it has the digest.
    func preview(
        of export: Export, budget: Budget, at place: Place, now: Instant
    ) throws -> (preview: ExportPreview, text: String) {
        let stored = try storedEstimate(of: place.project.id, in: place.company)
        let transactions = try transactions(of: export.id, in: place.company)
        let prerequisites = try prerequisites(of: place)
        let written = try kindsByMark(of: place.project.id, in: place.company.id)
        let estimate = try EstimatePreview(
            number: stored.number, isNew: export.kind == .original, reading: stored.sighting?.reading,
            written: Set(written.keys), sending: export.state.isStillToBeWritten ? transactions : [],
            prerequisites: prerequisites, budget: budget, costTypeNames: try costTypeNames(of: place.company.id))
        let preflight = Preflight(
            estimate, codes: transactions.map(\.code), prerequisites: prerequisites,
            facts: try preflightFacts(transactions.map(\.code), prerequisites, stored, at: place, now: now))
        let text = estimate.canonicalText(preflight)
        let preview = ExportPreview(
            export: export, estimate: estimate, preflight: preflight, estimateReadAt: stored.readAt,
            digest: Digest.sha256(text))
        return (preview, text)
    }

    private func preflightFacts(
        _ codes: [BudgetCode], _ prerequisites: SendPrerequisites, _ stored: StoredEstimate, at place: Place,
        now: Instant
    ) throws -> PreflightFacts {
        var facts = PreflightFacts(now: now)
        if let connection = try connection(of: place.company.id) {
            facts.hasConnection = true
            facts.lastContactAt = connection.lastContactAt
        }
        if let file = try companyFile(of: place.company.id) { (facts.file, facts.fileSeenAt) = file }
        (facts.jobSeenAt, facts.itemsSeenAt) = try listsSeen(codes, prerequisites, at: place)
        facts.estimateReadAt = stored.readAt
        facts.estimateDate = stored.sighting?.reading?.date
        if stored.sighting != nil {
            facts.differences = try gate(of: place.project, in: place.company)?.differences ?? []
        }
        return facts
    }

    /// When the job, and the least recently seen item of the codes, was last asked for by its id.
    private func listsSeen(
        _ codes: [BudgetCode], _ prerequisites: SendPrerequisites, at place: Place
    ) throws -> (job: Instant?, items: Instant?) {
        let job = try row(
            "SELECT seen_at FROM projects WHERE company_id = $1 AND id = $2",
            [.text(place.company.id.text), .text(place.project.id.text)]
        )?.optionalInteger("seen_at").map(Instant.init(microsecondsSince1970:))
        let keys = Set(codes.map { prerequisites.itemKey(for: $0) })
        var oldest: Instant? = .latest
        try forEach(
            "SELECT cost_code_id, cost_type, seen_at FROM items WHERE company_id = $1",
            [.text(place.company.id.text)]
        ) { row in
            let type = try row.text(1)
            guard keys.contains(ItemKey(costCode: ID(try row.text(0)), costType: type.isEmpty ? nil : type)) else {
                return
            }
            let seen = try row.optionalInteger(2).map(Instant.init(microsecondsSince1970:))
            oldest = oldest.flatMap { oldest in seen.map { min(oldest, $0) } }
        }
        return (job, oldest == .latest ? nil : oldest)
    }

    /// What the approver saw; nil for an export that nobody has accepted.
    func keptPreview(of export: ID<Export>, in company: ID<Company>) throws -> String? {
        try row(
            "SELECT text FROM export_previews WHERE company_id = $1 AND export_id = $2",
            [.text(company.text), .text(export.text)]
        )?.text("text")
    }

    /// Keeps what the approver saw, for whoever asks later what was accepted.
    func keep(_ preview: ExportPreview, text: String, in company: ID<Company>, at now: Instant) throws {
        try execute(
            """
            INSERT INTO export_previews (company_id, export_id, digest, text, accepted_at)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (company_id, export_id) DO UPDATE SET digest = excluded.digest, text = excluded.text,
                accepted_at = excluded.accepted_at
            """,
            [
                .text(company.text), .text(preview.export.id.text), .text(preview.digest), .text(text),
                .integer(now.microsecondsSince1970),
            ])
    }
}

extension ExportState {
    /// Whether the export's lines will be in QuickBooks only after a write that is still to come.
    fileprivate var isStillToBeWritten: Bool {
        switch self {
        case .readyToExport, .invalid, .exporting, .failedToExport: true
        case .awaitingJobCosts, .mismatched, .rewriting, .synced, .rejected, .retrieved: false
        }
    }
}
