import BudgetDomain
import BudgetOperations

/// How a person acts while machines die.
extension FailoverPeople {
    /// Acts until the act is known to be done.
    /// - Parameter isDone: whether the budget shows that it is.
    func act(
        _ act: String, isDone: (BudgetView) async throws -> Bool, _ work: () async throws -> Void
    ) async throws {
        var attempts = 0
        while true {
            attempts += 1
            let from = progress.now()
            do {
                try await work()
                return waits.succeeded(firm.name, from: from, to: progress.now())
            } catch let refused as Refused {
                // Only after an attempt of unknown outcome may it turn out that the act is done already.
                guard attempts > 1, try await isDone(shown()) else {
                    let reasons = refused.refusals.map(\.sentence).joined(separator: " ")
                    throw FailoverProblem(sentence: "“\(act)” was refused: \(reasons)")
                }
                return
            } catch let problem as DemoProblem {
                throw FailoverProblem(sentence: problem.sentence)
            } catch {
                waits.failed(firm.name, from: from)
                try endWhenOutOfTime("“\(act)” failed to the end: \(error)")
                if try await answer({ try await isDone(shown()) }) { return }
            }
            await FailoverPace.pause(FailoverPace.afterAFailure)
        }
    }

    /// Looks at the budget until it is as hoped, asking again for what QuickBooks refused for good.
    func wait(for what: String, until isThere: (BudgetView) -> Bool) async throws {
        while true {
            let view = try await shown()
            if isThere(view) { return }
            try endWhenOutOfTime("\(what) never came; the budget is \(view.erpStatus.rawValue).")
            if case .failedToExport = view.standing.exports.last?.state {
                try await act("export again", isDone: { $0.erpStatus != .failedToExport }) {
                    try await firm.exportAgain(in: plumbline)
                }
            }
            if case .failed = view.project.job {
                try await act("ask for the job again", isDone: { $0.project.job.reference != nil }) {
                    try await firm.requestJob(in: plumbline)
                }
            }
            await FailoverPace.pause(FailoverPace.betweenLooks)
        }
    }

    func shown() async throws -> BudgetView {
        try await answer { try await firm.view(in: plumbline) }
    }

    /// Asks until there is an answer.
    func answer<Value>(_ question: () async throws -> Value) async throws -> Value {
        while true {
            let from = progress.now()
            do {
                let value = try await question()
                waits.succeeded(firm.name, from: from, to: progress.now())
                return value
            } catch let refused as Refused {
                throw FailoverProblem(sentence: "A look was refused: \(refused.refusals.map(\.sentence))")
            } catch let problem as FailoverProblem {
                throw problem
            } catch {
                waits.failed(firm.name, from: from)
                try endWhenOutOfTime("the budget could not be looked at: \(error)")
                await FailoverPace.pause(FailoverPace.afterAFailure)
            }
        }
    }

    private func endWhenOutOfTime(_ what: String) throws {
        if progress.isOutOfTime { throw FailoverProblem(sentence: "It did not settle in time: \(what)") }
    }
}

/// One amount that somebody means to send.
struct MeantAmount: Hashable, Sendable {
    let code: String
    let kind: TransactionKind
    let cents: Int64
}

extension BenchmarkPlan {
    var originals: [MeantAmount] {
        lines.map { MeantAmount(code: $0.code, kind: .original, cents: $0.cents) }
    }
}

extension BenchmarkPlan.Modification {
    var sides: [MeantAmount] {
        [
            MeantAmount(code: from.code, kind: .modificationFrom, cents: -cents),
            MeantAmount(code: to.code, kind: .modificationTo, cents: cents),
        ]
    }
}

extension BudgetView {
    func modifications(of planned: BenchmarkPlan.Modification) -> [BudgetModification] {
        standing.budget.modifications.filter { $0.notes == planned.notes }
    }
}

extension ExportState {
    /// Whether an approver has said yes.
    var isAccepted: Bool {
        switch self {
        case .exporting, .awaitingJobCosts, .mismatched, .rewriting, .synced, .failedToExport: true
        case .readyToExport, .invalid, .rejected, .retrieved: false
        }
    }
}
