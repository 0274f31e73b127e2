import BudgetDomain
import BudgetOperations

/// The tables in a folder of evidence.
enum EvidenceTables {
    static func budgetCSV(of record: ExportRecord) -> String {
        let header = ["Budget Code", "Kind", "Amount", "Currency", "Description", "Mark"].map(CSVText.Cell.text)
        return CSVText.of(
            [header]
                + record.transactions.map { each in
                    [
                        .text(each.code.description), .text(each.kind.rawValue), .figure(each.amount.plain),
                        .text(each.amount.currency.code), .text(each.draft.description), .text(each.mark),
                    ]
                })
    }

    static func budgetText(of record: ExportRecord, in company: Company) throws -> String {
        let total = try Money.sum(record.transactions.map(\.amount), in: company.currency)
        return Table(
            [.text("Budget code"), .text("Kind"), .figure("Amount"), .text("Mark"), .prose("Description")],
            rows: record.transactions.map { each in
                [
                    each.code.description, each.kind.rawValue, each.amount.formatted, each.mark,
                    each.draft.description,
                ]
            },
            footer: ["\(record.transactions.count) amounts", "Total \(company.currency)", total.formatted, "", ""]
        ).rendered(width: nil)
    }

    /// Empty but for its header where QuickBooks holds no estimate, or was never read.
    static func readBackCSV(of reading: EstimateReading?) -> String {
        let header = ["Line Id", "Item", "Item Id", "Mark", "Amount", "Currency", "Description"]
            .map(CSVText.Cell.text)
        return CSVText.of(
            [header]
                + (reading?.lines ?? []).map { line in
                    [
                        .text(line.txnLineID), .text(line.itemName), .text(line.itemListID ?? ""),
                        .text(line.mark ?? ""), .figure(line.amount.plain), .text(line.amount.currency.code),
                        .text(line.description),
                    ]
                })
    }

    static func auditText(of entries: [AuditMemento]) -> String {
        Table(
            [.figure("No."), .text("When"), .text("Who"), .text("What"), .text("To what"), .prose("Details")],
            rows: entries.map { entry in
                [
                    String(entry.number), Instant(microsecondsSince1970: entry.microsecondsSince1970).iso,
                    entry.actor.name, entry.act, entry.subject,
                    entry.details.split(separator: "\n").joined(separator: "; "),
                ]
            }
        ).rendered(width: nil)
    }
}
