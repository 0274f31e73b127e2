import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The QuickBooks documents behind the costs of a project: of one cost code, or of all.
enum JobCostDocumentsPage {
    static let route = PageRoute.signedIn(Site.jobCostDocuments, get: show)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.jobCostDocuments)
        let view = try await visit.plumbline.jobCosts(
            of: number, in: signedIn.company.id, by: signedIn.person.id)
        let code = visit.query["code"]
        let row = (view.report.rows + [view.report.uncoded]).first { $0.costCode == code }
        let all = Site.jobCostDocuments.link(number)
        let list = ListQuery(visit, at: code.map { all.with("code", $0) } ?? all)
        let found = (row.map(view.documents(of:)) ?? view.documents).filter {
            list.matches([$0.number, $0.party, $0.itemOrAccount, $0.kind.rawValue])
        }
        let (rows, page) = list.part(of: found)
        return .page(
            Page(
                "Documents behind the costs of \(row.map { "\(number), \($0.costCode)" } ?? number)",
                section: .projects,
                table(rows), .pager(page) { list.link(page: $0) },
                .p(.a(Site.jobCosts.link(number), "Back to the report"))))
    }

    private static func table(_ rows: [JobCostDocumentLine]) -> HTML {
        .table(
            "QuickBooks documents",
            [
                .text("Date"), .text("Document"), .text("Number"), .text("Party"), .text("Item or account"),
                .number("Amount"), .text("QuickBooks id"), .text("Line id"),
            ],
            rows: rows.map { line in
                [
                    .text(line.date), .text(line.kind.rawValue), .text(line.number), .text(line.party),
                    .text(line.itemOrAccount), .money(line.amount), .code(.text(line.txnID)),
                    .code(.text(line.txnLineID)),
                ]
            })
    }
}
