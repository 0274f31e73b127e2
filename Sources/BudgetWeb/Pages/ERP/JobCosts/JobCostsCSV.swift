import BudgetDomain
import BudgetOperations

/// The table of the Job Costs Report as comma-separated text (RFC 4180).
enum JobCostsCSV {
    static let route = PageRoute.signedIn(Site.jobCostsCSV, get: download)

    private static let titles = [
        "Cost Code", "Title", "Original Estimate", "Budget Changes", "Typed in QuickBooks", "Revised Estimate",
        "Job to Date Cost", "Committed",
    ]

    @Sendable private static func download(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.jobCostsCSV)
        let report = try await visit.plumbline.jobCosts(
            of: number, in: signedIn.company.id, by: signedIn.person.id
        ).report
        return .file(
            DownloadedFile(
                name: "job-costs-\(number).csv", contentType: "text/csv; charset=utf-8",
                bytes: Array(try text(of: report).utf8)))
    }

    static func text(of report: JobCostsReport) throws -> String {
        let rows = try (report.rows + [report.uncoded, report.total]).map(fields)
        return ([titles] + rows).map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func fields(_ row: JobCostsReport.Row) throws -> [String] {
        [
            guarded(row.costCode), guarded(row.title), row.originalEstimate.plain, row.budgetChanges.plain,
            row.otherEstimateLines.plain, try row.revisedEstimate().plain, row.jobToDateCost.plain,
            row.committed.plain,
        ]
    }

    /// A text that a spreadsheet would take for a formula is kept a text by an apostrophe.
    private static func guarded(_ text: String) -> String {
        guard let first = text.first, "=+-@\t\r".contains(first) else { return text }
        return "'\(text)"
    }

    private static func field(_ text: String) -> String {
        guard text.contains(where: { ",\"\r\n".contains($0) || $0 == "\r\n" }) else { return text }
        return "\"\(text.replacing("\"", with: "\"\""))\""
    }
}
