import BudgetDomain
import BudgetOperations

enum JobCostsTable {
    static func rows(of report: JobCostsReport) throws -> Table {
        Table(
            [
                .text("Cost code"), .prose("Title"), .figure("Original estimate"), .figure("Budget changes"),
                .figure("Revised estimate"), .figure("Job to date cost"), .figure("Committed"),
            ],
            rows: try (report.rows + [report.uncoded]).map(cells), footer: try cells(of: report.total))
    }

    static func readSentence(of report: JobCostsReport) -> String {
        let estimate = report.estimateReadAt.map { "read at \($0.toTheMinute)" } ?? "not read yet"
        let costs = report.costsReadAt.map { "read at \($0.toTheMinute)" } ?? "not read yet"
        return "Estimate \(estimate), costs \(costs)."
    }

    static func documents(of view: JobCostsView) throws -> Table {
        let currency = view.report.total.jobToDateCost.currency
        return Table(
            [
                .text("Date"), .text("Document"), .text("Number"), .prose("Party"), .prose("Item or account"),
                .figure("Amount"), .text("QuickBooks id"), .text("Line id"),
            ],
            rows: view.documents.map { line in
                [
                    line.date, line.kind.rawValue, line.number, line.party, line.itemOrAccount, line.amount.formatted,
                    line.txnID, line.txnLineID,
                ]
            },
            footer: [
                "Total \(currency)", "", "", "", "",
                try Money.sum(view.documents.map(\.amount), in: currency).formatted, "", "",
            ])
    }

    private static func cells(of row: JobCostsReport.Row) throws -> [String] {
        [
            row.costCode, row.title, row.originalEstimate.formatted, row.budgetChanges.formatted,
            try row.revisedEstimate().formatted, row.jobToDateCost.formatted, row.committed.formatted,
        ]
    }
}
