import BudgetDomain
import BudgetOperations

/// The people of one firm: a budget, then one modification after another, each sent, accepted and waited for. An act
/// whose outcome nobody knows is looked up, as a person would, and repeated when it is not there.
struct FailoverPeople: Sendable {
    let firm: BenchmarkFirm
    let plumbline: Plumbline
    let ledger: FailoverLedger
    let progress: FailoverProgress
    let waits: WaitLog

    func work() async {
        do {
            try await begin()
            try await carry(round: 0)
            var round = 1
            while progress.takesNewWork {
                try await modify(round)
                try await carry(round: round)
                round += 1
            }
        } catch {
            await ledger.violate((error as? FailoverProblem)?.sentence ?? "Something else failed: \(error).")
        }
        await ledger.finishPeople()
    }

    private func begin() async throws {
        try await act("import", isDone: { !$0.standing.budget.lines.isEmpty }) {
            try await firm.importBudget(in: plumbline)
        }
        try await act("ask for the job", isDone: { $0.project.job != .notSynced }) {
            try await firm.requestJob(in: plumbline)
        }
        try await askForItems()
        try await wait(for: "its job and items in QuickBooks") { $0.missingForSend.isEmpty }
        try await act("lock", isDone: \.standing.budget.isLocked) { try await firm.lock(in: plumbline) }
    }

    private func askForItems() async throws {
        let company = firm.id
        try await act(
            "ask for the items",
            isDone: { _ in try await plumbline.costCodes(of: company).allSatisfy { $0.item != .notSynced } },
            { try await firm.requestItems(in: plumbline) })
    }

    private func modify(_ round: Int) async throws {
        let modification = firm.plan.modification(round)
        try await act("modify", isDone: { !$0.modifications(of: modification).isEmpty }) {
            try await firm.modify(modification, in: plumbline)
        }
    }

    /// Send, look, accept, and wait until the amounts were read back.
    private func carry(round: Int) async throws {
        let number = round + 1
        try await act("send", isDone: { $0.standing.exports.count >= number }) { try await firm.send(in: plumbline) }
        let lines = try await look(at: number, round: round)
        try await act("accept", isDone: { $0.standing.exports.last?.state.isAccepted == true }) {
            try await firm.accept(in: plumbline)
        }
        await ledger.accept(number, lines)
        try await wait(for: "export \(number) to be synced") { view in
            view.standing.exports.count == number && view.erpStatus == .synced
        }
    }

    /// What the approver sees has to be what the manager meant.
    private func look(at number: Int, round: Int) async throws -> [AcceptedLine] {
        let detail = try await answer {
            try await plumbline.exportDetail(of: BenchmarkFirm.project, in: firm.id, by: firm.approver.id)
        }
        let view = try await shown()
        let modification = firm.plan.modification(round)
        let times = round == 0 ? 1 : view.modifications(of: modification).count
        if times > 1 { await ledger.repeatedModification(times: times) }
        let meant =
            round == 0 ? firm.plan.originals : Array(repeating: modification.sides, count: times).flatMap(\.self)
        let seen = detail.transactions.map {
            MeantAmount(code: $0.code.description, kind: $0.kind, cents: $0.amount.minorUnits)
        }
        guard detail.summary.export.number == number,
            Dictionary(grouping: seen, by: \.self)
                == Dictionary(grouping: meant, by: \.self)
        else {
            throw FailoverProblem(sentence: "Export \(number) shows \(seen), where \(meant) was meant.")
        }
        return detail.transactions.map {
            AcceptedLine(mark: $0.mark, item: $0.code.costCodeText, cents: $0.amount.minorUnits)
        }
    }
}

/// Something that the product promised and did not keep.
struct FailoverProblem: Error {
    let sentence: String
}
