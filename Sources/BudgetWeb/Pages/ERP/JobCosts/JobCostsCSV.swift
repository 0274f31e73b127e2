import BudgetDomain
import BudgetOperations

/// The Job Costs Report as comma-separated text: of one project, and of all jobs with one line each.
enum JobCostsCSV {
    static let route = PageRoute.signedIn(Site.jobCostsCSV, get: ofProject)
    static let companyRoute = PageRoute.signedIn(Site.erpJobCostsCSV, get: ofCompany)

    private static let figureTitles = [
        "Original Estimate", "Budget Changes", "Typed in QuickBooks", "Revised Estimate", "Job to Date Cost",
        "Committed",
    ]

    @Sendable private static func ofProject(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.jobCostsCSV)
        let report = try await visit.plumbline.jobCosts(
            of: number, in: signedIn.company.id, by: signedIn.person.id
        ).report
        var table = CSVTable(titles: ["Cost Code", "Title"] + figureTitles)
        for row in report.rows + [report.uncoded, report.total] {
            table.add([CSVTable.guarded(row.costCode), CSVTable.guarded(row.title)] + (try figures(row)))
        }
        return .file(table.file(named: "job-costs-\(number).csv"))
    }

    @Sendable private static func ofCompany(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        var table = CSVTable(titles: ["Project", "Name"] + figureTitles + ["Uncoded Cost"])
        var page = 1
        var parts = 1
        while page <= parts {
            let costs = try await visit.plumbline.companyJobCosts(
                page: page, in: signedIn.company.id, by: signedIn.person.id)
            for row in costs.rows {
                table.add(
                    [CSVTable.guarded(row.project.number), CSVTable.guarded(row.project.name)]
                        + (try figures(row.total)) + [row.uncoded.jobToDateCost.plain])
            }
            parts = costs.projects / Plumbline.jobCostsAtOnce + (costs.projects % Plumbline.jobCostsAtOnce == 0 ? 0 : 1)
            page += 1
        }
        return .file(table.file(named: "job-costs.csv"))
    }

    private static func figures(_ row: JobCostsReport.Row) throws -> [String] {
        [
            row.originalEstimate.plain, row.budgetChanges.plain, row.otherEstimateLines.plain,
            try row.revisedEstimate().plain, row.jobToDateCost.plain, row.committed.plain,
        ]
    }
}
