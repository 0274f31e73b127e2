import BudgetDomain
import BudgetOperations
import QuickBooksEmulators

extension DemoJourney {
    /// A bookkeeper changes one estimate and deletes the other; an approver decides what becomes of it.
    func recover() async throws {
        let (deleted, changed) = (DemoProject.all[0], DemoProject.all[1])
        story.chapter("\(changed.number) \(changed.name): a bookkeeper changes a line")
        guard let estimate = quickBooks.estimates(of: changed).first, let line = estimate.lines.first else {
            throw DemoProblem(sentence: "QuickBooks holds no estimate of \(changed.number).")
        }
        try quickBooks.file.setAmount(ofLine: 0, inEstimate: estimate.txnID, cents: line.cents + 125_000)
        try await readAgain()
        try await showDifferences(of: changed)
        _ = try await plumbline.keepQuickBooksAmounts(
            of: changed.number, in: cast.company.id, by: cast.approver.id)
        try await quickBooks.run()
        story.tell("\(cast.approver.name) keeps it; the budget has a modification more.")
        try await checkRecovered(changed, lines: estimate.lines.count)

        story.chapter("\(deleted.number) \(deleted.name): a bookkeeper deletes the estimate")
        guard let gone = quickBooks.estimates(of: deleted).first else {
            throw DemoProblem(sentence: "QuickBooks holds no estimate of \(deleted.number).")
        }
        try quickBooks.file.deleteEstimate(gone.txnID)
        try await readAgain()
        try await showDifferences(of: deleted)
        _ = try await plumbline.writeOursAgain(of: deleted.number, in: cast.company.id, by: cast.approver.id)
        try await quickBooks.run()
        story.tell("\(cast.approver.name) has ours written again.")
        try await checkRecovered(deleted, lines: gone.lines.count)
    }

    private func readAgain() async throws {
        try await plumbline.requestJobCosts(in: cast.company.id, by: cast.approver.id)
        let calls = try await quickBooks.run()
        story.tell("The Web Connector reads the estimates again, in \(calls) SOAP calls.")
    }

    private func showDifferences(of project: DemoProject) async throws {
        let comparison = try await plumbline.comparison(
            of: project.number, in: cast.company.id, by: cast.approver.id)
        for difference in comparison.differences { story.tell("  \(difference.sentence)") }
        let restrictions = try await view(of: project).restrictions
        try story.fact(
            "The difference is noticed and closes the budget of \(project.number)",
            holds: !comparison.differences.isEmpty
                && Self.guardedActs.allSatisfy { restrictions.refusal(of: $0) != nil })
    }

    private func checkRecovered(_ project: DemoProject, lines: Int) async throws {
        let comparison = try await plumbline.comparison(
            of: project.number, in: cast.company.id, by: cast.approver.id)
        let restrictions = try await view(of: project).restrictions
        try story.fact(
            "Budget and estimate of \(project.number) stand true to each other again: one estimate, \(lines) lines",
            holds: comparison.differences.isEmpty && quickBooks.estimates(of: project).map(\.lines.count) == [lines]
                && Self.guardedActs.allSatisfy { restrictions.refusal(of: $0) == nil })
    }
}
