import BudgetDomain
import BudgetOperations
import QBXML

/// Reads estimates and cost documents: the only thing that opens a gate.
struct ReadBackAnswer {
    let work: OutstandingWork

    func interpret(
        _ set: QBXMLResponseSet, projects: [String], beginsCosts readID: String?, into result: inout Interpretation
    ) {
        if let readID { result.state.costs = .reading(readID: readID, iterators: [:]) }
        let known = Dictionary((work.estimates + work.readBacks).map { ($0.project.text, $0) }) { first, _ in first }
        guard isAnswered(set, for: projects.compactMap { known[$0] }) else {
            // Silence is no proof that the estimate is gone.
            return stop("QuickBooks left the question for the estimate unanswered; it is asked again.", into: &result)
        }
        for response in set.responses where [.estimateQuery, .txnDeletedQuery].contains(response.kind) {
            guard response.status.severity == .error, response.status.code != 500 else { continue }
            let fault = FaultCatalogue.fault(status: response.status, doing: "reading the estimate back")
            return stop(FaultCatalogue.notice(fault), into: &result)
        }
        do {
            for project in projects {
                guard let estimate = known[project] else { continue }
                let found = FoundEstimate.pick(estimate, from: set)
                let reading = try found.map { ret throws(TranslationFault) in
                    try EstimateTranslation.reading(of: ret, currency: work.company.currency)
                }
                result.state.readBack.insert(project)
                let deletedAt = FoundEstimate.deletionTime(of: estimate, in: set)
                result.outcomes.append(
                    .estimateRead(estimate.project, reading.map { .found($0) } ?? .gone(deletedAt: deletedAt)))
                if work.readBacks.contains(where: { $0.project.text == project }) {
                    result.state.done.append("Read the estimate of \(estimate.projectNumber) back.")
                }
            }
        } catch {
            let fault = FaultCatalogue.fault(translation: error, doing: "reading the estimate back")
            return stop(FaultCatalogue.notice(fault), into: &result)
        }
        guard let readID else { return }
        guard set.responses.contains(where: { $0.kind == .accountQuery }) else {
            return stop(Self.unanswered, into: &result)
        }
        for case .accounts(let accounts) in set.responses.map(\.body) {
            let others = accounts.filter { !Self.costAccounts.contains($0.accountType ?? "") }
            result.state.accountsThatAreNoCost = Set(others.map(\.listID))
        }
        interpretCosts(set, of: Set(CostQuery.allCases), readID: readID, into: &result)
    }

    /// Whether every question for these estimates has an answer: by id, by number, and for what was deleted.
    private func isAnswered(_ set: QBXMLResponseSet, for estimates: [EstimateToRead]) -> Bool {
        let hasKnown = estimates.contains { $0.txnID != nil }
        let hasNumbered = estimates.contains { $0.txnID == nil }
        return set.responses.count { $0.kind == .estimateQuery } >= (hasKnown ? 1 : 0) + (hasNumbered ? 1 : 0)
            && (!hasKnown || set.responses.contains { $0.kind == .txnDeletedQuery })
    }

    private static let unanswered = "QuickBooks left a question for job costs unanswered; they are read again."

    /// The account types, in QuickBooks' words, on which money that is spent for a job lies.
    private static let costAccounts: Set = ["CostOfGoodsSold", "Expense", "OtherExpense"]

    func interpretMoreCosts(_ set: QBXMLResponseSet, into result: inout Interpretation) {
        guard case .reading(let readID, let iterators) = result.state.costs else { return }
        let asked = iterators.keys.compactMap { CostQuery(rawValue: $0) }
        interpretCosts(set, of: Set(asked), readID: readID, into: &result)
    }

    /// A page of cost documents. The read counts only when every kind has come to its end.
    private func interpretCosts(
        _ set: QBXMLResponseSet, of asked: Set<CostQuery>, readID: String, into result: inout Interpretation
    ) {
        let answered = set.responses.compactMap { response in response.kind.flatMap { CostQuery($0) } }
        guard Set(answered).isSuperset(of: asked) else { return stop(Self.unanswered, into: &result) }
        let translation = JobCostTranslation(
            jobs: work.syncedJobs, currency: work.company.currency, homeCurrencyName: result.state.homeCurrencyName,
            accountsThatAreNoCost: result.state.accountsThatAreNoCost)
        var iterators: [String: String] = [:]
        var lines: [ConnectorOutcome.CostLine] = []
        do {
            for response in set.responses {
                guard let kind = response.kind, let query = CostQuery(kind) else { continue }
                guard response.status.severity != .error else {
                    let fault = FaultCatalogue.fault(status: response.status, doing: "reading job costs")
                    return stop(FaultCatalogue.notice(fault), into: &result)
                }
                lines += try translation.lines(of: response.body).map {
                    ConnectorOutcome.CostLine(jobListID: $0.jobListID, line: $0.line)
                }
                if let id = response.iteratorID, (response.iteratorRemainingCount ?? 0) > 0 {
                    iterators[query.rawValue] = id
                }
            }
        } catch {
            let fault = FaultCatalogue.fault(translation: error, doing: "reading job costs")
            return stop(FaultCatalogue.notice(fault), into: &result)
        }
        result.outcomes.append(.costLines(readID: readID, lines))
        if iterators.isEmpty {
            result.state.costs = .complete
            result.outcomes.append(.costsRead(readID: readID))
            result.state.done.append("Read job costs.")
        } else {
            result.state.costs = .reading(readID: readID, iterators: iterators)
        }
    }

    private func stop(_ notice: String, into result: inout Interpretation) {
        result.goesOn = false
        result.state.lastError = notice
    }
}
