import BudgetDomain
import BudgetOperations

/// The budget as comma-separated text: the lines that the view shows, with every column.
enum BudgetCSV {
    static let route = PageRoute.signedIn(Site.budgetCSV, get: export)

    @Sendable private static func export(_ visit: Visit, _ signedIn: SignedInPerson) async throws -> PageAnswer {
        let number = visit.part(Site.budgetCSV)
        let sheet = try await visit.plumbline.budgetSheet(
            of: number, in: signedIn.company.id, by: signedIn.person.id)
        let view = BudgetTableView(visit.query, at: Site.budget.link(number))
        let columns = BudgetTableColumn.columns(of: sheet.view.standing.budget)
        let makeLine = BudgetTableLines(sheet)
        var table = CSVTable(titles: columns.map(\.title))
        for line in view.sorted(sheet.lines.map { makeLine($0) }.filter(view.shows)) {
            table.add(columns.map { $0.kind == .text ? CSVTable.guarded(line.text($0)) : line.text($0) })
        }
        return .file(table.file(named: "budget-\(number).csv"))
    }
}
