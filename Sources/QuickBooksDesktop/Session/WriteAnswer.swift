import BudgetDomain
import BudgetOperations
import QBXML

/// Reads the answer to a message set that writes, and to the same set sent again.
struct WriteAnswer {
    let work: OutstandingWork
    let now: Instant
    let text: String

    func interpret(_ set: QBXMLResponseSet, messageSet: String?, into result: inout Interpretation) {
        guard let sent = work.inFlight, sent.id == messageSet else { return }
        guard (set.messageSetStatusCode ?? 0) == 0, !set.responses.isEmpty else {
            return settle(sent, becomes: .inconclusive, into: &result)
        }
        let before = result.outcomes.count
        switch sent.purpose {
        case .estimate: estimate(set, sent, into: &result)
        case .job: job(set, sent, into: &result)
        case .items: items(set, sent, into: &result)
        }
        // An answer that says nothing about what was sent proves nothing.
        let isClear = result.outcomes.count > before
        settle(sent, becomes: isClear ? .answered : .inconclusive, into: &result)
    }

    /// An inconclusive estimate is looked up before anything else is written. Jobs and items are looked up by their
    /// unique names in any case, because they are still asked for.
    private func settle(_ sent: MessageSet, becomes state: MessageSet.State, into result: inout Interpretation) {
        var state = state
        if state == .inconclusive {
            switch sent.purpose {
            case .estimate:
                if sent.state == .handedOut { result.outcomes.append(.export(ID(sent.subject), .answerLost)) }
                result.state.foundEstimates[sent.subject] = nil
            case .job, .items:
                state = .answered
                result.state.lookedUp = []
                // Found by the look-up, or left for the next session: never the same again without end.
                result.state.tried.formUnion(sent.subject.split(separator: "\n").map(String.init))
            }
        }
        result.outcomes.append(.messageSet(id: sent.id, becomes: state, answer: text))
    }

    /// Errors after which QuickBooks may have written all the same: saved and not read back, or not said.
    private static let mayHaveWritten: Set = [510, 1000, 3180]

    private func estimate(_ set: QBXMLResponseSet, _ sent: MessageSet, into result: inout Interpretation) {
        guard let response = set.responses.first, [.estimateAdd, .estimateMod].contains(response.kind),
            !Self.mayHaveWritten.contains(response.status.code)
        else { return }
        let export = ID<Export>(sent.subject)
        result.state.foundEstimates[sent.subject] = nil
        guard response.status.code == 0 || response.status.severity != .error else {
            let fault = FaultCatalogue.fault(status: response.status, doing: "writing the estimate")
            result.state.tried.insert(sent.subject)
            result.state.done.append(FaultCatalogue.notice(fault))
            return result.outcomes.append(.export(export, .refused(fault)))
        }
        guard let reference = reference(in: response) else { return }
        result.state.tried.insert(sent.subject)
        result.outcomes.append(.export(export, .written(reference, at: now)))
        if let project = work.exports.first(where: { $0.export.id == export })?.project {
            result.state.readBack.remove(project.id.text)
            result.state.done.append("Wrote the estimate of \(project.number).")
        }
    }

    /// The estimate's keys, from the record or, in a replayed answer, from what QuickBooks kept for recovery.
    private func reference(in response: QBXMLResponse) -> EstimateReference? {
        if case .estimates(let estimates) = response.body, let estimate = estimates.first,
            let sequence = estimate.editSequence
        {
            return EstimateReference(txnID: estimate.txnID, editSequence: sequence)
        }
        guard let kept = response.errorRecovery, let txnID = kept.txnID else { return nil }
        return EstimateReference(txnID: txnID, editSequence: kept.editSequence ?? "")
    }

    private func job(_ set: QBXMLResponseSet, _ sent: MessageSet, into result: inout Interpretation) {
        guard let response = set.responses.first, response.kind == .customerAdd else { return }
        let project = ID<Project>(sent.subject)
        result.state.tried.insert(sent.subject)
        guard response.status.code == 0 || response.status.severity != .error else {
            let fault = FaultCatalogue.fault(status: response.status, doing: "adding the job")
            result.state.done.append(FaultCatalogue.notice(fault))
            return result.outcomes.append(.jobFailed(project, fault))
        }
        let name = work.jobs.first { $0.id == project }?.jobFullName ?? ""
        let made: ListReference
        if case .customers(let customers) = response.body, let customer = customers.first {
            made = ListReference(listID: customer.listID, fullName: customer.fullName ?? name)
        } else if let listID = response.errorRecovery?.listID {
            made = ListReference(listID: listID, fullName: name)
        } else {
            return
        }
        result.outcomes.append(.jobSynced(project, made))
        result.state.done.append("Made the job \(made.fullName).")
    }

    private func items(_ set: QBXMLResponseSet, _ sent: MessageSet, into result: inout Interpretation) {
        let asked = Dictionary(work.items.map { ($0.fullName, $0) }, uniquingKeysWith: { first, _ in first })
        let names = sent.subject.split(separator: "\n").map(String.init)
        var made = 0
        for response in set.responses {
            guard let number = response.requestID.flatMap({ Int($0) }), names.indices.contains(number - 1),
                let item = asked[names[number - 1]]
            else { continue }
            result.state.tried.insert(item.fullName)
            if response.status.severity == .error {
                // 3231: not tried, because of an earlier error. It is still asked for.
                guard response.status.code != 3231 else { continue }
                let fault = FaultCatalogue.fault(status: response.status, doing: "adding item \(item.fullName)")
                result.outcomes.append(.itemFailed(item.key, fault))
            } else if case .items(let items) = response.body, let added = items.first {
                result.outcomes.append(
                    .itemSynced(
                        item.key, ListReference(listID: added.listID, fullName: added.fullName ?? item.fullName)))
                made += 1
            } else if let listID = response.errorRecovery?.listID {
                result.outcomes.append(.itemSynced(item.key, ListReference(listID: listID, fullName: item.fullName)))
                made += 1
            }
        }
        result.state.addMadeItems(made)
    }
}
