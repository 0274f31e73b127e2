package import BudgetDomain
import SQLDatabase

/// Something in QuickBooks that was changed behind the budget's back.
package struct DriftFinding: Hashable, Sendable {
    package let projectNumber: String
    package let difference: EstimateDifference
    package let foundAt: Instant
    /// When the estimate was last read equal to what was accepted: the change came after that.
    package let soundAt: Instant?
    /// When QuickBooks last changed the estimate, as QuickBooks writes it. It does not tell who.
    package let modifiedAt: String?
    /// Whether the estimate was older than at the reading before: a copy of the company file was restored.
    package let isOlderCopy: Bool
    /// What an approver decided.
    package let decision: String?
    /// When a reading found it no more.
    package let resolvedAt: Instant?
}

extension Plumbline {
    /// The most findings that one reading answers.
    package static let mostDriftFindings = 1_000

    /// What was found changed in QuickBooks, newest first.
    /// - Parameters:
    ///   - number: the project's; nil for all projects.
    ///   - includesResolved: also what is in order again.
    package func drift(
        of number: String?, includesResolved: Bool = false, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> [DriftFinding] {
        try await database.read(of: companyID) { tx in
            let company = try tx.company(companyID)
            try tx.person(personID, of: companyID).require(.viewERPLists)
            let project = try number.map { try tx.project(number: $0, of: companyID).id.text }
            return try tx.rows(
                """
                SELECT p.number, d.difference, d.found_at, d.sound_at, d.modified_at, d.is_older_copy, d.decision,
                    d.resolved_at
                FROM drift_findings d JOIN projects p ON p.company_id = d.company_id AND p.id = d.project_id
                WHERE d.company_id = $1 AND (CAST($2 AS TEXT) = '' OR d.project_id = $2)
                    AND (CAST($3 AS BIGINT) = 1 OR d.resolved_at IS NULL)
                ORDER BY d.number DESC LIMIT $4
                """,
                [
                    .text(companyID.text), .text(project ?? ""), SQLValue(includesResolved),
                    SQLValue(Self.mostDriftFindings),
                ]
            ).map { row in
                DriftFinding(
                    projectNumber: try row.text(0),
                    difference: try StoredText.decode(StoredDifference.self, from: row.text(1))
                        .difference(in: company.currency),
                    foundAt: Instant(microsecondsSince1970: try row.integer(2)),
                    soundAt: try row.optionalInteger(3).map(Instant.init(microsecondsSince1970:)),
                    modifiedAt: try row.optionalText(4), isOlderCopy: try row.integer(5) == 1,
                    decision: try row.optionalText(6),
                    resolvedAt: try row.optionalInteger(7).map(Instant.init(microsecondsSince1970:)))
            }
        }
    }
}
