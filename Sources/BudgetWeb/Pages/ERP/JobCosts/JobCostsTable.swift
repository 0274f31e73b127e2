import BudgetDomain
import BudgetOperations
import MarkupBytes

extension HTML {
    /// The rows of the Job Costs Report, the uncoded one among them. Costs lead to the documents that they are made of.
    /// - Parameter rows: some of the report's alone, without its totals; nil for all.
    static func jobCosts(_ report: JobCostsReport, rows: [JobCostsReport.Row]?, of number: String) throws -> HTML {
        let documents = Site.jobCostDocuments.link(number)
        let cells = try (rows ?? report.rows + [report.uncoded]).map { row in
            try jobCostCells(row, documents: documents.with("code", row.costCode))
        }
        return .table(
            "Job Costs Report of \(number), amounts in \(report.total.jobToDateCost.currency.code)",
            JobCostsColumns.ofProject, rows: cells,
            totals: rows == nil ? try jobCostCells(report.total, documents: documents) : [])
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
