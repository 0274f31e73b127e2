import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The QuickBooks documents behind the costs of a project: of one cost code, of a division, or of all. What
/// is only committed stands apart, so that each total is the report's figure.
enum JobCostDocumentsPage {
    static let route = PageRoute.signedIn(Site.jobCostDocuments, get: show)

    @Sendable private static func show(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.jobCostDocuments)
        let view = try await visit.plumbline.jobCosts(
            of: number, in: signedIn.company.id, by: signedIn.person.id)
        let (code, division) = (visit.query["code"], visit.query["division"])
        let chosen = (view.report.rows + [view.report.uncoded]).filter { row in
            code.map { $0 == row.costCode } ?? (division == Divisions.name(of: row.costCode))
        }
        let part = code ?? division.map { "division \($0)" }
        var here = Site.jobCostDocuments.link(number)
        if let code { here = here.with("code", code) }
        if let division { here = here.with("division", division) }
        let list = ListQuery(visit, at: here)
        let found = part == nil ? view.documents : chosen.flatMap(view.documents(of:))
        let costs = found.filter { !$0.kind.isCommitted }
        let orders = found.filter { $0.kind.isCommitted }
        let (rows, page) = list.part(of: costs + orders)
        let currency = signedIn.company.currency
        return .page(
            Page(
                "Documents behind the costs of \(number)\(part.map { ", \($0)" } ?? "")",
                section: .projects, .projectTabs(of: number, current: .jobCosts),
                try table(
                    "Costs", rows.filter { !$0.kind.isCommitted }, total: Money.sum(costs.map(\.amount), in: currency),
                    on: page),
                try orders.isEmpty
                    ? .nothing
                    : table(
                        "Committed, not yet a cost", rows.filter { $0.kind.isCommitted },
                        total: Money.sum(orders.map(\.amount), in: currency), on: page),
                .pager(page) { list.link(page: $0) },
                .p(.a(Site.jobCosts.link(number), "Back to the report"))))
    }

    /// - Parameter total: of every page, not of the rows on this one: it is what the report says.
    private static func table(
        _ title: String, _ rows: [JobCostDocumentLine], total: Money, on page: PageOfList
    ) -> HTML {
        let label = page.count > 1 ? "Total of all pages" : "Total"
        return .table(
            "\(title), amounts in \(total.currency.code)",
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
            }, totals: [.text(label), "", "", "", "", .money(total), "", ""])
    }
}
