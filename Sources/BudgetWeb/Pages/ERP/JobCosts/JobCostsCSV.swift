import BudgetDomain
import BudgetOperations

/// The Job Costs Report as comma-separated text: of one project, and of all jobs with one line each.
enum JobCostsCSV {
    static let route = PageRoute.signedIn(Site.jobCostsCSV, get: ofProject)
    static let companyRoute = PageRoute.signedIn(Site.erpJobCostsCSV, get: ofCompany)

    @Sendable private static func ofProject(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.jobCostsCSV)
        let report = try await visit.plumbline.jobCosts(
            of: number, in: signedIn.company.id, by: signedIn.person.id
        ).report
        var table = CSVTable(titles: ["Cost Code", "Title"] + JobCostsColumns.figureTitles + ["Remaining"])
        let rows = visit.query["division"].map(report.rows(ofDivision:))
        for row in rows ?? report.rows + [report.uncoded, report.total] {
            table.add(
                [CSVTable.guarded(row.costCode), CSVTable.guarded(row.title)]
                    + (try row.figures() + [row.remaining()]).map(\.plain))
        }
        return .file(table.file(named: "job-costs-\(number).csv"))
    }

    @Sendable private static func ofCompany(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        var table = CSVTable(titles: ["Project", "Name"] + JobCostsColumns.figureTitles + ["Uncoded Cost"])
        for row in try await visit.plumbline.everyJobCosts(for: signedIn).rows {
            table.add(
                [CSVTable.guarded(row.project.number), CSVTable.guarded(row.project.name)]
                    + (try row.total.figures()).map(\.plain) + [row.uncoded.jobToDateCost.plain])
        }
        return .file(table.file(named: "job-costs.csv"))
    }
}
