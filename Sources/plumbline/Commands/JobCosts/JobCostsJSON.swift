import BudgetDomain
import BudgetOperations

/// The Job Costs Report as programs see it.
struct JobCostsJSON: Encodable {
    let rows: [Row]
    let uncoded: Row
    let total: Row
    let confirmed: Int
    let expected: Int
    let estimateReadAt: String?
    let costsReadAt: String?
    let documents: [Document]

    struct Row: Encodable {
        let costCode: String
        let title: String
        let originalEstimate: MoneyJSON
        let budgetChanges: MoneyJSON
        let otherEstimateLines: MoneyJSON
        let revisedEstimate: MoneyJSON
        let jobToDateCost: MoneyJSON
        let committed: MoneyJSON
    }

    struct Document: Encodable {
        let kind: String
        let txnID: String
        let txnLineID: String
        let date: String
        let number: String
        let party: String
        let itemOrAccount: String
        let amount: MoneyJSON
    }

    init(_ view: JobCostsView) throws {
        rows = try view.report.rows.map(Row.init)
        uncoded = try Row(view.report.uncoded)
        total = try Row(view.report.total)
        confirmed = view.confirmed
        expected = view.expected
        estimateReadAt = view.report.estimateReadAt?.iso
        costsReadAt = view.report.costsReadAt?.iso
        documents = view.documents.map(Document.init)
    }
}

extension JobCostsJSON.Row {
    fileprivate init(_ row: JobCostsReport.Row) throws {
        costCode = row.costCode
        title = row.title
        originalEstimate = MoneyJSON(row.originalEstimate)
        budgetChanges = MoneyJSON(row.budgetChanges)
        otherEstimateLines = MoneyJSON(row.otherEstimateLines)
        revisedEstimate = MoneyJSON(try row.revisedEstimate())
        jobToDateCost = MoneyJSON(row.jobToDateCost)
        committed = MoneyJSON(row.committed)
    }
}

extension JobCostsJSON.Document {
    fileprivate init(_ line: JobCostDocumentLine) {
        kind = line.kind.rawValue
        txnID = line.txnID
        txnLineID = line.txnLineID
        date = line.date
        number = line.number
        party = line.party
        itemOrAccount = line.itemOrAccount
        amount = MoneyJSON(line.amount)
    }
}

extension JobCostsJSON {
    func rowsCSV() throws -> String {
        let header = [
            "Cost Code", "Title", "Original Estimate", "Budget Changes", "Other Estimate Lines", "Revised Estimate",
            "Job to Date Cost", "Committed", "Currency",
        ].map(CSVText.Cell.text)
        let body = (rows + [uncoded, total]).map { row in
            let figures = [
                row.originalEstimate, row.budgetChanges, row.otherEstimateLines, row.revisedEstimate,
                row.jobToDateCost, row.committed,
            ].map { CSVText.Cell.figure($0.amount) }
            return [.text(row.costCode), .text(row.title)] + figures + [.text(row.committed.currency)]
        }
        return CSVText.of([header] + body)
    }

    func documentsCSV() throws -> String {
        let header = [
            "Date", "Document", "Number", "Party", "Item or Account", "Amount", "Currency", "QuickBooks Id", "Line Id",
        ].map(CSVText.Cell.text)
        let body = documents.map { line in
            [line.date, line.kind, line.number, line.party, line.itemOrAccount].map(CSVText.Cell.text)
                + [.figure(line.amount.amount)]
                + [line.amount.currency, line.txnID, line.txnLineID].map(CSVText.Cell.text)
        }
        return CSVText.of([header] + body)
    }
}
