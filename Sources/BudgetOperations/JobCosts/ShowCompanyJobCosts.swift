package import BudgetDomain
import SQLDatabase

/// One job of the company-wide Job Costs Report.
package struct ProjectJobCosts: Hashable, Sendable {
    package let project: Project
    package let total: JobCostsReport.Row
    package let uncoded: JobCostsReport.Row
    package let estimateReadAt: Instant?
}

/// A part of the company-wide Job Costs Report: the projects that are linked with a job, by number.
package struct CompanyJobCosts: Hashable, Sendable {
    package let rows: [ProjectJobCosts]
    /// How many projects are linked with a job in all.
    package let projects: Int
    package let costsReadAt: Instant?
}

extension Plumbline {
    /// How many projects one part of the report has.
    package static let jobCostsAtOnce = 50

    /// - Parameter page: from 1; beyond the last is the last.
    package func companyJobCosts(
        page: Int, in companyID: ID<Company>, by personID: ID<Person>
    ) async throws -> CompanyJobCosts {
        try await database.read(of: companyID) { tx in
            let company = try tx.company(companyID)
            try tx.person(personID, of: companyID).require(.viewCompanyJobCosts)
            let linked = try tx.rows(
                "SELECT number FROM projects WHERE company_id = $1 AND list_id IS NOT NULL ORDER BY number",
                [.text(companyID.text)]
            ).map { try $0.text(0) }
            let readAt = try tx.connection(of: companyID)?.costsReadAt
            let parts = max(1, (linked.count + Self.jobCostsAtOnce - 1) / Self.jobCostsAtOnce)
            let first = (min(max(1, page), parts) - 1) * Self.jobCostsAtOnce
            let rows = try linked.dropFirst(first).prefix(Self.jobCostsAtOnce).map { number in
                let project = try tx.project(number: number, of: companyID)
                let report = try tx.jobCosts(of: project, in: company).report
                return ProjectJobCosts(
                    project: project, total: report.total, uncoded: report.uncoded,
                    estimateReadAt: report.estimateReadAt)
            }
            return CompanyJobCosts(rows: rows, projects: linked.count, costsReadAt: readAt)
        }
    }
}
