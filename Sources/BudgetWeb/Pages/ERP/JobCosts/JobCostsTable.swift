import BudgetDomain
import BudgetOperations
import MarkupBytes

extension HTML {
    /// The rows of the Job Costs Report, the uncoded one among them. Costs lead to the documents that they are made of.
    static func jobCosts(_ report: JobCostsReport, of number: String) throws -> HTML {
        .table(
            "Job Costs Report of \(number), amounts in \(report.total.jobToDateCost.currency.code)",
            [
                .text("Cost Code"), .text("Title"), .number("Original Estimate"), .number("Budget Changes"),
                .number("Typed in QuickBooks"), .number("Revised Estimate"), .number("Job to Date Cost"),
                .number("Committed"), .number("Remaining"),
            ],
            rows: try (report.rows + [report.uncoded]).map { row in
                try jobCostCells(
                    row, documents: Site.jobCostDocuments.link(number).with("code", row.costCode))
            }, totals: try jobCostCells(report.total, documents: Site.jobCostDocuments.link(number)))
    }

    private static func jobCostCells(_ row: JobCostsReport.Row, documents: Link) throws -> [HTML] {
        let revised = try row.revisedEstimate()
        func leading(_ amount: Money) -> HTML { amount.isZero ? .money(amount) : .a(documents, .money(amount)) }
        return [
            .text(row.costCode), .text(row.title), .money(row.originalEstimate), .money(row.budgetChanges),
            .money(row.otherEstimateLines), .money(revised), leading(row.jobToDateCost), leading(row.committed),
            .money(try revised - row.jobToDateCost),
        ]
    }
}
