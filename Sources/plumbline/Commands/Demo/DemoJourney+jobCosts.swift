import BudgetDomain
import BudgetOperations
import QuickBooksEmulators

extension DemoJourney {
    /// The bookkeeper enters a bill, a check and a purchase order for the first project.
    func spend() async throws {
        story.chapter("Costs in QuickBooks")
        let project = DemoProject.all[0]
        let job = "\(DemoCast.customer):\(project.name)"
        let codes = try await view(of: project).standing.budget.lines.map(\.code.costCodeText)
        guard let first = codes.first, let last = codes.last else { return }
        let file = quickBooks.file
        _ = try file.addCost(
            .bill, payee: "Fjord Formwork & Co.", date: "2026-02-10", refNumber: "F-2201",
            lines: [.item(first, cents: 1_845_000, job: job), .account("Job Expenses", cents: 42_150, job: job)])
        _ = try file.addCost(
            .check, payee: "City of Harbour", date: "2026-02-12", refNumber: "1077",
            lines: [.item(last, cents: 318_025, job: job)])
        _ = try file.addPurchaseOrder(
            vendor: "Northern Steel", date: "2026-02-14", refNumber: "PO-118",
            lines: [.item(first, cents: 2_500_000, job: job)])
        try await plumbline.requestJobCosts(in: cast.company.id, by: cast.approver.id)
        let calls = try await quickBooks.run()
        story.tell("A bill, a check and a purchase order entered in QuickBooks, and read in \(calls) SOAP calls.")
    }

    func showJobCosts() async throws {
        for project in DemoProject.all {
            story.chapter("Job Costs Report of \(project.number) \(project.name)")
            let view = try await plumbline.jobCosts(
                of: project.number, in: cast.company.id, by: cast.approver.id)
            story.show([
                .table(try JobCostsTable.rows(of: view.report)), .line(JobCostsTable.readSentence(of: view.report)),
            ])
            try story.fact(
                "\(view.confirmed) of \(view.expected) accepted lines are confirmed by reading them back",
                holds: view.confirmed == view.expected && view.expected > 0)
        }
    }
}
