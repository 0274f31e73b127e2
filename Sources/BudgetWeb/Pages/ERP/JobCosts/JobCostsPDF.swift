import BudgetDomain
import BudgetOperations

/// The Job Costs Report on paper: of one project, and of all jobs with one line each.
enum JobCostsPDF {
    static let route = PageRoute.signedIn(Site.jobCostsPDF, get: ofProject)
    static let companyRoute = PageRoute.signedIn(Site.erpJobCostsPDF, get: ofCompany)

    @Sendable private static func ofProject(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.jobCostsPDF)
        let view = try await visit.plumbline.jobCosts(
            of: number, in: signedIn.company.id, by: signedIn.person.id)
        let report = try view.printed(
            division: visit.query["division"], for: signedIn.company, at: visit.now)
        return .file(try report.file(named: "job-costs-\(number).pdf"))
    }

    @Sendable private static func ofCompany(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let costs = try await visit.plumbline.everyJobCosts(for: signedIn, most: PrintedReport.mostRows)
        let report = PrintedReport(
            title: "Job Costs Report", subject: "All jobs", company: signedIn.company.name,
            facts: [("Costs read", costs.costsReadAt?.toTheMinute ?? "not yet")],
            statement: """
                One line for each project that is linked with a job in QuickBooks. \(JobCostsStatement.figures) Of it \
                uncoded is the part of Job to Date Cost that stands on no cost code. \
                \(JobCostsStatement.amounts(in: signedIn.company.currency))
                """,
            printedAt: visit.now, columns: JobCostsColumns.ofCompany,
            rows: try costs.rows.map { row in
                [row.project.number, row.project.name] + (try row.total.figures()).map(\.inBooks)
                    + [row.uncoded.jobToDateCost.inBooks]
            },
            whenEmpty: "No job yet. A project shows here once it is linked with a job in QuickBooks.")
        return .file(try report.file(named: "job-costs.pdf"))
    }
}

extension JobCostsView {
    /// - Parameter division: shows its rows alone, without the report's totals; nil for all.
    fileprivate func printed(
        division: String?, for company: Company, at now: Instant
    ) throws(MoneyFault) -> PrintedReport {
        func cells(_ row: JobCostsReport.Row) throws(MoneyFault) -> [String] {
            [row.costCode, row.title] + (try row.figures()).map(\.inBooks) + [try row.remaining().inBooks]
        }
        var rows: [[String]] = []
        for row in division.map(report.rows(ofDivision:)) ?? report.rows + [report.uncoded] {
            rows.append(try cells(row))
        }
        return PrintedReport(
            title: "Job Costs Report",
            subject: "\(project.number) \(project.name)" + (division.map { ", division \($0)" } ?? ""),
            company: company.name,
            facts: [
                ("Job in QuickBooks", project.job.reference?.fullName ?? "none yet"),
                ("Estimate read", report.estimateReadAt?.toTheMinute ?? "not yet"),
                ("Costs read", report.costsReadAt?.toTheMinute ?? "not yet"),
                ("Confirmed", "\(confirmed) of \(expected) accepted lines were read back"),
            ],
            statement: """
                \(JobCostsStatement.figures) Remaining is Revised Estimate less Job to Date Cost; what is committed is \
                not taken off. Uncoded is what stands on no cost code, so that the totals tie to the books. \
                \(division == nil ? "" : "Only the rows of one division are shown, without the report's totals. ")\
                \(JobCostsStatement.amounts(in: company.currency))
                """,
            printedAt: now, columns: JobCostsColumns.ofProject, rows: rows,
            totals: division == nil ? try cells(report.total) : [], whenEmpty: "No row of this division.")
    }
}

/// What the figures of the report are, in words.
private enum JobCostsStatement {
    static let figures = """
        All figures are read from QuickBooks, at the times above. Revised Estimate is Original Estimate, Budget \
        Changes and what was typed into the estimate in QuickBooks. Committed is the open part of purchase orders.
        """

    static func amounts(in currency: Currency) -> String {
        "Amounts are in \(currency.code); those in parentheses are negative."
    }
}
