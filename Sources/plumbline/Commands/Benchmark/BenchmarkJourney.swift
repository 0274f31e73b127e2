import BudgetDomain
import BudgetOperations
import QuickBooksEmulators

/// The journey of one budget, phase by phase.
struct BenchmarkJourney {
    let plumbline: Plumbline
    let cast: DemoCast
    let quickBooks: DemoQuickBooks

    func run(_ budget: BenchmarkBudget, on watch: inout Stopwatch) async throws {
        let number = DemoProject.all[0].number
        let company = cast.company.id
        let file = Array(budget.csv.utf8)
        try await watch.lap("import") {
            let outcome = try await plumbline.importBudget(
                file: file, overrides: [:], addsCostCodes: true, into: number, in: company, by: cast.manager.id)
            guard case .imported(let summary) = outcome, summary.added == budget.lines else {
                throw DemoProblem(sentence: "The benchmark's budget was not imported: \(outcome).")
            }
            return nil
        }
        try await plumbline.requestJob(
            .createUnder(customer: DemoCast.customer), for: number, in: company, by: cast.approver.id)
        let request = ItemRequest(
            incomeAccount: DemoQuickBooks.incomeAccount, expenseAccount: DemoQuickBooks.expenseAccount)
        _ = try await plumbline.requestItems(request, codes: nil, in: company, by: cast.approver.id)
        try await watch.lap("job and items into QuickBooks") { try await quickBooks.run() }
        try await watch.lap("lock, send, accept") {
            try await plumbline.lockBudget(of: number, in: company, by: cast.manager.id)
            _ = try await plumbline.sendBudgetToERP(of: number, in: company, by: cast.manager.id)
            _ = try await plumbline.acceptExport(of: number, in: company, by: cast.approver.id)
            return nil
        }
        try await watch.lap("estimate written, read back, gate open") { try await quickBooks.run() }
        let view = try await plumbline.budget(of: number, in: company, by: cast.manager.id)
        let estimates = quickBooks.estimates(of: DemoProject.all[0])
        guard view.erpStatus == .synced, view.restrictions.refusal(of: .createModification) == nil,
            estimates.map(\.totalCents) == [view.totals.original.minorUnits]
        else { throw DemoProblem(sentence: "The benchmark's journey did not end with one equal estimate.") }
    }
}
