import BudgetDomain
import BudgetOperations
import QuickBooksEmulators

extension Office {
    /// A synced budget, and costs on it: 98,060.50 spent, of it 440.00 on no cost code, and 50.00 ordered.
    func spend() async throws {
        try await sendBudget(name: "=Mill Road")
        try await accept()
        guard let estimate = books.estimates.first else { throw OfficeProblem(text: "no estimate") }
        try books.addLine(toEstimate: estimate.txnID, item: "09-900", description: "Crane", cents: 12_345)
        let job = "Harbour Health:=Mill Road"
        try books.addCost(
            .bill, payee: "Nordic Formwork", date: "2026-02-01", refNumber: "B-17",
            lines: [.item("03-100", cents: 8_812_050, job: job), .account("Job Expenses", cents: 44_000, job: job)])
        try books.addCost(
            .check, payee: "Painters", date: "2026-02-11", refNumber: "1033",
            lines: [.item("09-900", cents: 950_000, job: job)])
        try books.addPurchaseOrder(
            vendor: "Paint & Co", date: "2026-02-12", refNumber: "PO-3",
            lines: [.item("09-900", cents: 5_000, job: job)])
        try await plumbline.requestJobCosts(in: company, by: approver.id)
        await poll()
    }
}
