import BudgetDomain
import BudgetOperations
import MarkupBytes

/// The budgets that an export keeps closed: since when, and what each waits for.
enum ClosedBudgets {
    static func html(_ closed: Listed<OpenExport>, _ connection: Connection?, for person: Person) -> HTML {
        guard closed.count > 0 else {
            return .card("Exports under way", .p("None. Every budget is open for changes."))
        }
        let seesERP = person.refusals(of: .viewERPLists).isEmpty
        return [
            .table(
                "Exports under way: \(closed.count)",
                [.text("Project"), .text("Where it stands"), .text("Budget closed since"), .text("What it waits for")],
                rows: closed.rows.map { row(of: $0, connection, seesERP: seesERP) }),
            .rest(
                of: closed.unshown, seesERP ? Site.erpBudgets.link : Site.projects.link,
                "budgets that an export keeps closed"),
        ]
    }

    private static func row(of open: OpenExport, _ connection: Connection?, seesERP: Bool) -> [HTML] {
        let link = (seesERP ? Site.erpBudget : Site.erpStatus).link(open.projectNumber)
        let stuck: HTML = open.isStuck ? [" ", .badge("Stuck", .bad)] : .nothing
        return [
            [.a(link, .text(open.projectNumber)), ", \(open.projectName)"], [ExportWords.badge(open.export), stuck],
            .moment(open.closedSince), .text(ExportWords.sentences(open.export.state, connection).first ?? ""),
        ]
    }
}
