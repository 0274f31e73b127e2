package import BudgetDomain
import SQLDatabase

/// How far a budget's present or latest export has come, for everybody who sees the budget.
package struct ExportProgress: Hashable, Sendable {
    package let export: Export
    package let sentBy: String
    package let transactions: Int
    package let total: Money
    /// Who accepted it, and when; nil while nobody has.
    package let acceptance: Moment?
    /// When it first went to the Web Connector.
    package let handedOutAt: Instant?
    /// From where the Web Connector called that it went to first; nil where that is not known.
    package let handedOutTo: String?
    /// When QuickBooks last answered that it wrote.
    package let writtenAt: Instant?
    /// When its amounts were read back; they may have differed.
    package let readBackAt: Instant?
    /// Who rejected or retrieved it.
    package let endedBy: String?
    /// How many of the lines that QuickBooks should hold were read back exactly, once it was written.
    package let confirmation: Confirmation?
    /// The company's connection to QuickBooks; nil when there is none.
    package let connection: Connection?
    package let usual: UsualDurations

    /// Who did something, and when.
    package struct Moment: Hashable, Sendable {
        package let by: String
        package let at: Instant
    }

    package struct Confirmation: Hashable, Sendable {
        package let confirmed: Int
        package let expected: Int
    }
}

extension Plumbline {
    /// The project's open export, or else the latest that was meant for QuickBooks; nil when none ever was.
    package func exportProgress(
        of number: String, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> ExportProgress? {
        try await database.read(of: companyID) { tx in
            let place = try tx.place(project: number, company: companyID, person: personID)
            if !PermissionTable.requirement(for: .viewERPLists).isMet(by: place.person) {
                try place.person.require(.viewBudget)
            }
            return try tx.latestExportRow(of: place).map { try tx.exportProgress($0, at: place) }
        }
    }
}

extension Transaction {
    fileprivate func latestExportRow(of place: Place) throws -> Row? {
        try row(
            """
            SELECT e.id, e.budget_id, e.project_id, e.number, e.kind, e.sent_by, e.sent_at, e.state, e.detail,
                s.name AS sender, a.name AS approver, e.accepted_at,
                (SELECT COUNT(*) FROM export_transactions t
                    WHERE t.company_id = e.company_id AND t.export_id = e.id) AS transactions,
                (SELECT CAST(COALESCE(SUM(t.amount), 0) AS BIGINT) FROM export_transactions t
                    WHERE t.company_id = e.company_id AND t.export_id = e.id) AS total,
                \(Self.writeMoments),
                (SELECT c.address FROM connector_sessions c
                    WHERE c.company_id = e.company_id AND c.opened_at <= (
                        SELECT MIN(m.handed_out_at) FROM message_sets m
                        WHERE m.company_id = e.company_id AND m.subject = e.id AND m.purpose = 'estimate')
                    ORDER BY c.opened_at DESC LIMIT 1) AS handed_out_to
            FROM exports e
            JOIN people s ON s.company_id = e.company_id AND s.id = e.sent_by
            LEFT JOIN people a ON a.company_id = e.company_id AND a.id = e.accepted_by
            WHERE e.company_id = $1 AND e.project_id = $2 AND e.kind <> 'adoption'
            ORDER BY e.is_open DESC, e.number DESC LIMIT 1
            """, [.text(place.company.id.text), .text(place.project.id.text)])
    }

    /// When an export `e` first left, and when QuickBooks last answered.
    static let writeMoments = """
        (SELECT MIN(m.handed_out_at) FROM message_sets m
            WHERE m.company_id = e.company_id AND m.subject = e.id AND m.purpose = 'estimate') AS handed_out_at,
        (SELECT MAX(m.answered_at) FROM message_sets m
            WHERE m.company_id = e.company_id AND m.subject = e.id AND m.purpose = 'estimate') AS answered_at
        """

    fileprivate func exportProgress(_ row: Row, at place: Place) throws -> ExportProgress {
        let export = try Self.export(row, in: place.company)
        let acceptedAt = try row.instant("accepted_at")
        let answeredAt = try row.instant("answered_at")
        let gate = try export.state.isInQuickBooks ? gate(of: place.project, in: place.company) : nil
        return ExportProgress(
            export: export, sentBy: try row.text("sender"), transactions: try row.int("transactions"),
            total: Money(minorUnits: try row.integer("total"), currency: place.company.currency),
            acceptance: try acceptedAt.map { at in
                ExportProgress.Moment(by: try row.optionalText("approver") ?? "An approver", at: at)
            },
            handedOutAt: try row.instant("handed_out_at"),
            handedOutTo: try row.optionalText("handed_out_to"),
            writtenAt: export.state.isInQuickBooks ? answeredAt : nil,
            readBackAt: try readBackMoment(of: export, at: place),
            endedBy: try export.state.endedBy.map { try person($0, of: place.company.id).name },
            confirmation: gate.map {
                ExportProgress.Confirmation(confirmed: $0.confirmed, expected: $0.expected)
            },
            connection: try connection(of: place.company.id), usual: try usualDurations(in: place.company))
    }

    private func readBackMoment(of export: Export, at place: Place) throws -> Instant? {
        switch export.state {
        case .synced(_, let seenAt): seenAt
        case .mismatched: try storedEstimate(of: place.project.id, in: place.company).readAt
        case .awaitingJobCosts, .rewriting, .readyToExport, .invalid, .exporting, .failedToExport, .rejected,
            .retrieved:
            nil
        }
    }
}

extension ExportState {
    fileprivate var endedBy: ID<Person>? {
        switch self {
        case .rejected(let person, _, _), .retrieved(let person, _): person
        case .readyToExport, .invalid, .exporting, .awaitingJobCosts, .mismatched, .rewriting, .synced,
            .failedToExport:
            nil
        }
    }
}

extension Row {
    /// The moment in that column; nil where there is none.
    func instant(_ column: Row.Column) throws -> Instant? {
        try optionalInteger(column).map(Instant.init(microsecondsSince1970:))
    }
}
