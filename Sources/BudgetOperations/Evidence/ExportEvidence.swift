package import BudgetDomain
import SQLDatabase

/// Everything that is known of one export, as it was at one moment.
package struct ExportEvidence: Sendable {
    package let company: Company
    package let project: Project
    package let record: ExportRecord
    /// The dry run that the approver saw, as ``EstimatePreview/canonicalText(_:)`` writes it; nil before that.
    package let dryRun: String?
    /// What was sent to QuickBooks to write it, in the order in which it left.
    package let messageSets: [SentMessageSet]
    package let reading: EstimateReading?
    package let readAt: Instant?
    /// Nil where QuickBooks was never read.
    package let certificate: Certificate?
    /// Those of this export alone.
    package let entries: [AuditMemento]
    /// From the sending to the head, as ``AuditExportContent`` reads it.
    package let chain: String
    package let madeAt: Instant
}

/// One request that left, and its answer.
package struct SentMessageSet: Hashable, Sendable {
    package let id: String
    package let request: String
    package let answer: String?
    package let state: String
    package let handedOutAt: Instant
    package let answeredAt: Instant?
}

extension Plumbline {
    /// - Parameters:
    ///   - number: of the project.
    ///   - export: the number of the export; nil for the latest.
    package func evidence(
        of number: String, export: Int?, in companyID: ID<Company>, by personID: ID<Person>, madeBy version: String
    ) async throws -> ExportEvidence {
        let now = clock.now()
        return try await database.read(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            try place.person.require(.viewProjectJobCosts)
            let records = try tx.exportRecords(of: place)
            guard let record = export.map({ wanted in records.first { $0.export.number == wanted } }) ?? records.last
            else { throw Refused(.noSuchExport(export.map(String.init) ?? number)) }
            let estimate = try tx.storedEstimate(of: place.project.id, in: place.company)
            let chain = try tx.auditChain(of: record.export, place: place)
            return ExportEvidence(
                company: place.company, project: place.project, record: record,
                dryRun: try tx.keptPreview(of: record.export.id, in: companyID),
                messageSets: try tx.messageSets(writing: record.export.id, in: companyID),
                reading: estimate.sighting?.reading, readAt: estimate.readAt,
                certificate: estimate.readAt == nil
                    ? nil : try tx.certificate(of: place, madeAt: now, by: version),
                entries: chain.entries, chain: chain.text, madeAt: now)
        }
    }
}

extension Transaction {
    fileprivate func messageSets(writing export: ID<Export>, in company: ID<Company>) throws -> [SentMessageSet] {
        try rows(
            """
            SELECT id, request, answer, state, handed_out_at, answered_at FROM message_sets
            WHERE company_id = $1 AND subject = $2 AND purpose = $3 ORDER BY handed_out_at, id
            """, [.text(company.text), .text(export.text), .text(MessageSetPurpose.estimate.rawValue)]
        ).map { row in
            SentMessageSet(
                id: try row.text(0), request: try row.text(1), answer: try row.optionalText(2),
                state: try row.text(3), handedOutAt: Instant(microsecondsSince1970: try row.integer(4)),
                answeredAt: try row.optionalInteger(5).map(Instant.init(microsecondsSince1970:)))
        }
    }

    /// The chain from the sending of an export to its head, and the entries in it that are about the export.
    fileprivate func auditChain(
        of export: Export, place: Place
    ) throws -> (entries: [AuditMemento], text: String) {
        let company = place.company.id
        let subject = "export \(export.number) of \(place.project.number)"
        let sent = try row(
            """
            SELECT CAST(MIN(number) AS BIGINT) AS sent FROM audit_entries
            WHERE company_id = $1 AND act = $2 AND subject = $3
            """, [.text(company.text), .text(AuditedAct.budgetSent.rawValue), .text(subject)])
        var head = try auditHead(of: company, at: try sent?.optionalInt(0).map { $0 - 1 } ?? 0)
        var text = AuditExport.beginning(of: company.text, after: head)
        var entries: [AuditMemento] = []
        while true {
            let page = try auditLinks(of: company, after: head.number)
            for link in page {
                text += AuditExport.entry(link)
                head = AuditHead(number: link.number, hash: link.hash)
                guard let memento = AuditMemento(parsing: link.memento) else { continue }
                let isItsOwn = memento.details.split(separator: "\n").contains { $0 == "export: \(export.id.text)" }
                if memento.subject == subject || isItsOwn { entries.append(memento) }
            }
            guard page.count == Self.auditPage else { break }
        }
        return (entries, text + AuditExport.end(head))
    }

    /// The head as it was after this entry.
    private func auditHead(of company: ID<Company>, at number: Int) throws -> AuditHead {
        let row = try row(
            "SELECT hash FROM audit_entries WHERE company_id = $1 AND number = $2",
            [.text(company.text), SQLValue(number)])
        guard let row else { return .genesis(of: company.text) }
        return AuditHead(number: number, hash: try row.text(0))
    }
}
