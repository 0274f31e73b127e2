package import BudgetDomain
package import SQLDatabase

/// The database as it is, past all servers and faults: for the choices of simulated people and for the invariants.
package struct Probe: Sendable {
    package let database: Database

    package init(_ engine: any Engine) { database = Database(engine: engine) }

    package func rows(_ sql: String, _ values: [SQLValue] = []) async throws -> [Row] {
        try await database.read(of: .everyCompany) { tx in try tx.rows(sql, values) }
    }

    /// Enough of a project to know what its people would sensibly do next.
    package func glance(at project: String, of company: ID<Company>) async throws -> ProjectGlance {
        let found = try await rows(
            """
            SELECT p.sync_state, CASE WHEN b.locked_by IS NULL THEN 0 ELSE 1 END AS is_locked, x.state, x.kind,
                (SELECT COUNT(*) FROM budget_line_items l WHERE l.company_id = $1 AND l.budget_id = b.id) AS lines,
                (SELECT COUNT(*) FROM items i WHERE i.company_id = $1 AND i.sync_state = 'synced') AS items,
                x.detail
            FROM projects p
            LEFT JOIN budgets b ON b.company_id = p.company_id AND b.project_id = p.id
            LEFT JOIN exports x ON x.company_id = p.company_id AND x.project_id = p.id AND x.is_open = 1
            WHERE p.company_id = $1 AND p.number = $2
            """, [.text(company.text), .text(project)])
        guard let row = found.first else { return ProjectGlance() }
        return ProjectGlance(
            jobState: try row.text(0), isLocked: try row.bool(1),
            openState: try row.optionalText(2).flatMap { ExportState.Name(rawValue: $0) },
            openKind: try row.optionalText(3).flatMap { Export.Kind(rawValue: $0) }, lines: try row.int(4),
            itemsSynced: try row.int(5),
            openFault: try row.optionalText(6).flatMap { detail in
                World.curedFaults.first { detail.contains("\"code\":\"\($0)\"") }
            })
    }

    /// The budget codes of a project's lines.
    package func codes(of project: String, in company: ID<Company>) async throws -> [String] {
        try await rows(
            """
            SELECT c.code, l.cost_type FROM budget_line_items l
            JOIN budgets b ON b.company_id = l.company_id AND b.id = l.budget_id
            JOIN projects p ON p.company_id = b.company_id AND p.id = b.project_id
            JOIN cost_codes c ON c.company_id = l.company_id AND c.id = l.cost_code_id
            WHERE l.company_id = $1 AND p.number = $2 ORDER BY l.position, l.id
            """, [.text(company.text), .text(project)]
        ).map { "\(try $0.text(0)).\(try $0.text(1))" }
    }

    /// The export that waits for its approver, as it is shown.
    func waitingExport(of project: String, in company: Company) async throws -> WaitingExport? {
        let exports = try await rows(
            """
            SELECT x.id, x.number, x.kind, x.sent_by FROM exports x
            JOIN projects p ON p.company_id = x.company_id AND p.id = x.project_id
            WHERE x.company_id = $1 AND p.number = $2 AND x.state IN ('ready to export', 'invalid')
            """, [.text(company.id.text), .text(project)])
        guard let export = exports.first else { return nil }
        let id = try export.text(0)
        let lines = try await rows(
            """
            SELECT mark, cost_code_text, cost_type, kind, amount FROM export_transactions
            WHERE company_id = $1 AND export_id = $2 ORDER BY position
            """, [.text(company.id.text), .text(id)])
        return WaitingExport(
            export: ID(id), number: try export.int(1), kind: Export.Kind(rawValue: try export.text(2)) ?? .original,
            sentBy: ID(try export.text(3)),
            lines: try lines.map { row in
                Ledger.Acceptance.Line(
                    mark: try row.text(0), code: "\(try row.text(1)).\(try row.text(2))", costCode: try row.text(1),
                    kind: TransactionKind(rawValue: try row.text(3)) ?? .original, cents: try row.integer(4))
            })
    }

    /// Who accepted an export, as the database says.
    func approver(of export: ID<Export>, in company: ID<Company>) async throws -> String? {
        try await rows(
            "SELECT accepted_by FROM exports WHERE company_id = $1 AND id = $2",
            [.text(company.text), .text(export.text)]
        ).first?.optionalText(0)
    }

    /// Every export that an approver accepted and that was not rejected since, oldest first.
    package func acceptedExports() async throws -> [AcceptedExport] {
        try await rows(
            """
            SELECT x.company_id, p.number AS project, x.id, x.number, x.state, x.detail FROM exports x
            JOIN projects p ON p.company_id = x.company_id AND p.id = x.project_id
            WHERE x.accepted_by IS NOT NULL AND x.state NOT IN ('rejected', 'retrieved')
            ORDER BY x.company_id, p.number, x.number
            """
        ).map { row in
            AcceptedExport(
                company: ID(try row.text(0)), project: try row.text(1), export: ID(try row.text(2)),
                number: try row.int(3), state: ExportState.Name(rawValue: try row.text(4)), detail: try row.text(5))
        }
    }
}

package struct ProjectGlance: Sendable, Hashable {
    package var jobState = ""
    package var isLocked = false
    package var openState: ExportState.Name?
    package var openKind: Export.Kind?
    package var lines = 0
    package var itemsSynced = 0
    /// The code of the fault with which the open export failed, where that has a cure of its own.
    package var openFault: String?
}

struct WaitingExport: Sendable, Hashable {
    let export: ID<Export>
    let number: Int
    let kind: Export.Kind
    let sentBy: ID<Person>
    let lines: [Ledger.Acceptance.Line]
}

package struct AcceptedExport: Sendable, Hashable {
    package let company: ID<Company>
    package let project: String
    package let export: ID<Export>
    package let number: Int
    /// Nil for a state that this version does not know.
    package let state: ExportState.Name?
    /// What the state carries, as stored.
    package let detail: String
}
