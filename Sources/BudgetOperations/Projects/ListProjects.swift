package import BudgetDomain
import SQLDatabase

/// One project as the list of projects shows it.
package struct ProjectSummary: Hashable, Sendable {
    package let project: Project
    package let erpStatus: ERPStatus
    package let isLocked: Bool
    package let lineCount: Int
    package let originalTotal: Money
    /// Original plus modifications.
    package let revisedTotal: Money

    package init(
        project: Project, erpStatus: ERPStatus, isLocked: Bool, lineCount: Int, originalTotal: Money,
        revisedTotal: Money
    ) {
        self.project = project
        self.erpStatus = erpStatus
        self.isLocked = isLocked
        self.lineCount = lineCount
        self.originalTotal = originalTotal
        self.revisedTotal = revisedTotal
    }
}

extension Plumbline {
    /// The company's projects by number.
    package func projects(of companyID: ID<Company>) async throws -> [ProjectSummary] {
        try await database.read(of: companyID) { tx in
            let company = try tx.company(companyID)
            let exports = try tx.exportsByBudget(in: company)
            return try tx.projectRows(of: company.id).map { row in
                let original = Money(minorUnits: try row.integer("original"), currency: company.currency)
                let oneSided = Money(minorUnits: try row.integer("one_sided"), currency: company.currency)
                return ProjectSummary(
                    project: try Transaction.project(row, of: company.id),
                    erpStatus: ERPStatus(exports: exports[ID(try row.text("budget_id"))] ?? []),
                    isLocked: try !row.isNull("locked_by"), lineCount: try row.int("lines"),
                    originalTotal: original, revisedTotal: try original + oneSided)
            }
        }
    }
}

extension Transaction {
    /// Modifications between two lines leave the total as it is, so only one-sided ones are summed.
    fileprivate func projectRows(of company: ID<Company>) throws -> [Row] {
        try rows(
            """
            SELECT p.id, p.number, p.name, p.is_erp_integrated, p.sync_state, p.job_customer, p.job_link, p.list_id,
                p.full_name, p.list_condition, p.fault, p.job_name, b.id AS budget_id, b.locked_by,
                (SELECT COUNT(*) FROM budget_line_items l
                    WHERE l.company_id = b.company_id AND l.budget_id = b.id) AS lines,
                (SELECT CAST(COALESCE(SUM(l.original_amount), 0) AS BIGINT) FROM budget_line_items l
                    WHERE l.company_id = b.company_id AND l.budget_id = b.id) AS original,
                (SELECT CAST(COALESCE(SUM(m.amount), 0) AS BIGINT) FROM budget_modifications m
                    WHERE m.company_id = b.company_id AND m.budget_id = b.id AND m.from_line_id IS NULL) AS one_sided
            FROM projects p JOIN budgets b ON b.company_id = p.company_id AND b.project_id = p.id
            WHERE p.company_id = $1 ORDER BY p.number
            """, [.text(company.text)])
    }

    fileprivate func exportsByBudget(in company: Company) throws -> [ID<Budget>: [Export]] {
        let exports = try rows(
            "SELECT \(Self.exportColumns) FROM exports WHERE company_id = $1 ORDER BY budget_id, number",
            [.text(company.id.text)]
        ).map { try Self.export($0, in: company) }
        return Dictionary(grouping: exports, by: \.budget)
    }
}
