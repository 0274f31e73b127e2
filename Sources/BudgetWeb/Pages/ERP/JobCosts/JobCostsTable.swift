import BudgetDomain
import BudgetOperations
import MarkupBytes

extension HTML {
    /// The rows of the Job Costs Report, the uncoded one among them. Costs lead to the documents that they are made of.
    /// - Parameter division: shows its rows alone, with their own sum; nil for all.
    static func jobCosts(_ report: JobCostsReport, division: String?, of number: String) throws -> HTML {
        let documents = Site.jobCostDocuments.link(number)
        let rows = division.map(report.rows(ofDivision:)) ?? report.rows + [report.uncoded]
        let cells = try rows.map { row in
            try jobCostCells(row, documents: documents.with("code", row.costCode))
        }
        let total = try division == nil ? report.total : report.sum(of: rows)
        let behind = division.map { documents.with("division", $0) } ?? documents
        let part = division.map { ", division \($0)" } ?? ""
        return try .table(
            "Job Costs Report of \(number)\(part), amounts in \(report.total.jobToDateCost.currency.code)",
            JobCostsColumns.ofProject, rows: cells,
            totals: rows.isEmpty ? [] : jobCostCells(total, documents: behind))
    }

    private static func jobCostCells(_ row: JobCostsReport.Row, documents: Link) throws -> [HTML] {
        func leading(_ amount: Money) -> HTML { amount.isZero ? .money(amount) : .a(documents, .money(amount)) }
        return [
            .text(row.costCode), .text(row.title), .money(row.originalEstimate), .money(row.budgetChanges),
            .money(row.otherEstimateLines), .money(try row.revisedEstimate()), leading(row.jobToDateCost),
            leading(row.committed), .money(try row.remaining()),
        ]
    }
}
