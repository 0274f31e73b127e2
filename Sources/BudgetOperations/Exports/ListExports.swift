package import BudgetDomain
import SQLDatabase

/// One export as the lists of ERP Integrations show it.
package struct ExportSummary: Hashable, Sendable {
    package let export: Export
    package let projectNumber: String
    package let projectName: String
    package let sentByName: String
    package let transactions: Int
    package let total: Money
    package let digest: String
}

extension Plumbline {
    /// All exports of the company, newest first.
    package func exports(of companyID: ID<Company>, by personID: ID<Person>) async throws -> [ExportSummary] {
        try await database.read(of: companyID) { tx in
            let company = try tx.company(companyID)
            try tx.person(personID, of: companyID).require(.viewERPLists)
            return try tx.exportSummaries(in: company, project: nil)
        }
    }
}

extension Transaction {
    /// The company's exports, or one project's, newest first.
    func exportSummaries(in company: Company, project: ID<Project>?) throws -> [ExportSummary] {
        try rows(
            """
            SELECT e.id, e.budget_id, e.project_id, e.number, e.kind, e.sent_by, e.sent_at, e.state, e.detail,
                e.digest, p.number AS project_number, p.name AS project_name, s.name AS sender,
                t.transactions, t.total
            FROM exports e
            JOIN projects p ON p.company_id = e.company_id AND p.id = e.project_id
            JOIN people s ON s.company_id = e.company_id AND s.id = e.sent_by
            JOIN (SELECT company_id, export_id, COUNT(*) AS transactions, CAST(SUM(amount) AS BIGINT) AS total
                  FROM export_transactions GROUP BY company_id, export_id) t
                ON t.company_id = e.company_id AND t.export_id = e.id
            WHERE e.company_id = $1 AND (CAST($2 AS TEXT) = '' OR e.project_id = $2)
            ORDER BY e.sent_at DESC, e.number DESC
            """, [.text(company.id.text), .text(project?.text ?? "")]
        ).map { row in
            ExportSummary(
                export: try Self.export(row, in: company), projectNumber: try row.text("project_number"),
                projectName: try row.text("project_name"), sentByName: try row.text("sender"),
                transactions: try row.int("transactions"),
                total: Money(minorUnits: try row.integer("total"), currency: company.currency),
                digest: try row.text("digest"))
        }
    }
}
