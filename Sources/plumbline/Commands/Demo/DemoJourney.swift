import BudgetDomain
import BudgetOperations
import QuickBooksEmulators

/// The journey of every budget: imported, connected, sent, accepted, written, read back; then once more as an update.
struct DemoJourney {
    let plumbline: Plumbline
    let cast: DemoCast
    let quickBooks: DemoQuickBooks
    let story: DemoStory

    /// The acts that stay refused from acceptance until the amounts have been read back.
    static let guardedActs: [BudgetAct] = [.unlock, .send, .addLineItem, .createModification]

    private var company: ID<Company> { cast.company.id }

    func run(files: [[UInt8]]) async throws {
        try await importBudgets(files)
        try await synchroniseLists()
        for (project, file) in zip(DemoProject.all, files) {
            story.chapter("\(project.number) \(project.name): the original budget")
            try await carry(project)
            try checkAmounts(of: project, against: DemoFigures.byCostCode(ofFile: file))
        }
        for project in DemoProject.all {
            story.chapter("\(project.number) \(project.name): a modification")
            try await modify(project)
        }
        try await recover()
        try await spend()
        try await showJobCosts()
    }

    private func importBudgets(_ files: [[UInt8]]) async throws {
        story.chapter("Import")
        for (project, file) in zip(DemoProject.all, files) { try await importBudget(file, into: project) }
    }

    /// The budget that is left for whoever watches.
    func importUnsent(_ file: [UInt8]) async throws {
        story.chapter("\(DemoProject.unsent.number) \(DemoProject.unsent.name): a budget for you to send")
        try await importBudget(file, into: .unsent)
    }

    private func importBudget(_ file: [UInt8], into project: DemoProject) async throws {
        let outcome = try await plumbline.importBudget(
            file: file, overrides: [:], addsCostCodes: true, into: project.number, in: company, by: cast.manager.id)
        switch outcome {
        case .problems(let problems, let unlisted):
            throw DemoProblem(sentence: "\(project.file) has \(problems.count + unlisted) problems.")
        case .imported(let summary):
            story.tell("\(project.file): \(summary.added) lines, \(summary.total.description)")
        }
    }

    private func synchroniseLists() async throws {
        story.chapter("Jobs and items")
        for project in DemoProject.all {
            try await plumbline.requestJob(
                .createUnder(customer: DemoCast.customer), for: project.number, in: company, by: cast.approver.id)
        }
        let request = ItemRequest(
            incomeAccount: DemoQuickBooks.incomeAccount, expenseAccount: DemoQuickBooks.expenseAccount)
        let items = try await plumbline.requestItems(request, codes: nil, in: company, by: cast.approver.id)
        let calls = try await quickBooks.run()
        story.tell("\(DemoProject.all.count) jobs and \(items) items made in QuickBooks, in \(calls) SOAP calls.")
    }

    /// Lock if needed, send, accept, and let the Web Connector write and read back, looking at the gate on the way.
    private func carry(_ project: DemoProject) async throws {
        if try await !view(of: project).standing.budget.isLocked {
            try await plumbline.lockBudget(of: project.number, in: company, by: cast.manager.id)
            story.tell("\(cast.manager.name) locks the budget.")
        }
        let export = try await plumbline.sendBudgetToERP(of: project.number, in: company, by: cast.manager.id)
        story.tell("\(cast.manager.name) sends it: export \(export.number), \(export.kind.rawValue).")
        if export.kind == .original {
            try await showRefusal("\(cast.manager.name) tries to accept it too") {
                _ = try await plumbline.acceptExport(of: project.number, in: company, by: cast.manager.id)
            }
        }
        _ = try await plumbline.acceptExport(of: project.number, in: company, by: cast.approver.id)
        story.tell("\(cast.approver.name) accepts it. It goes with the next run of the Web Connector.")

        let before = try await view(of: project).restrictions
        try story.fact(
            """
            Before the read-back all four acts are refused: \
            \(Self.guardedActs.map(\.rawValue).joined(separator: ", "))
            """,
            holds: Self.guardedActs.allSatisfy { before.refusal(of: $0) != nil })
        try await showRefusal("\(cast.manager.name) tries to unlock the budget") {
            try await plumbline.unlockBudget(
                of: project.number, modifications: .preserve, in: company, by: cast.manager.id)
        }
        let calls = try await quickBooks.run()
        story.tell("The Web Connector runs: written and read back in \(calls) SOAP calls.")
        try await checkGate(of: project)
    }

    private func checkGate(of project: DemoProject) async throws {
        let after = try await view(of: project)
        try story.fact("The budget's ERP status is Synced", holds: after.erpStatus == .synced)
        // There is nothing new to send, which is no restriction of the gate.
        try story.fact(
            "After the read-back the four acts are allowed",
            holds: Self.guardedActs.allSatisfy { after.restrictions.refusal(of: $0) == nil })
        try story.fact(
            "QuickBooks holds one estimate of the job", holds: quickBooks.estimates(of: project).count == 1)
    }

    private func checkAmounts(of project: DemoProject, against expected: [String: Int64]) throws {
        guard let estimate = quickBooks.estimates(of: project).first else {
            throw DemoProblem(sentence: "QuickBooks holds no estimate of \(project.number).")
        }
        let total = Money(minorUnits: estimate.totalCents, currency: cast.company.currency)
        try story.fact(
            """
            The estimate's amounts equal the file's to the cent, for each of \(expected.count) cost codes; \
            \(estimate.lines.count) lines, \(total.description)
            """, holds: DemoFigures.byItem(of: estimate) == expected)
    }

    func view(of project: DemoProject) async throws -> BudgetView {
        try await plumbline.budget(of: project.number, in: company, by: cast.manager.id)
    }

    private func showRefusal(_ attempt: String, _ act: () async throws -> Void) async throws {
        do {
            try await act()
        } catch let refused as Refused {
            story.tell("\(attempt), and is refused:")
            for refusal in refused.refusals { story.tell("  \(refusal.sentence)\n  → \(refusal.cure)") }
            return
        }
        throw DemoProblem(sentence: "\(attempt), and is not refused.")
    }

    /// Moves a tenth of the largest line to the next, unlocking nothing, and sends the update.
    private func modify(_ project: DemoProject) async throws {
        guard let before = quickBooks.estimates(of: project).first else {
            throw DemoProblem(sentence: "QuickBooks holds no estimate of \(project.number).")
        }
        let lines = try await view(of: project).standing.budget.lines
            .sorted { $0.originalAmount.minorUnits > $1.originalAmount.minorUnits }.prefix(2)
        guard let from = lines.first, let to = lines.last else {
            throw DemoProblem(sentence: "The budget of \(project.number) has no lines.")
        }
        let amount = Money(minorUnits: from.originalAmount.minorUnits / 10, currency: cast.company.currency)
        _ = try await plumbline.createModification(
            from: from.code.description, to: to.code.description, amount: amount, notes: "Demo: scope moved",
            of: project.number, in: company, by: cast.manager.id)
        story.tell("\(cast.manager.name) moves \(amount.description) from \(from.code) to \(to.code).")
        try await carry(project)
        try story.fact(
            "The same estimate has two lines more, and the same total",
            holds: quickBooks.estimates(of: project).map { [$0.txnID, "\($0.lines.count)", "\($0.totalCents)"] }
                == [[before.txnID, "\(before.lines.count + 2)", "\(before.totalCents)"]])
    }
}
