import BudgetDomain
import BudgetOperations
import QBXML

/// Reads what was already in QuickBooks before anything is added to it.
struct LookUpAnswer {
    let work: OutstandingWork
    /// The full names that were asked for. What came up since is asked for next.
    let names: Set<String>
    let now: Instant
    let text: String

    func interpret(_ set: QBXMLResponseSet, export: String?, into result: inout Interpretation) {
        guard Set(set.responses.compactMap(\.kind)).isSuperset(of: questions(export: export)) else {
            // Silence is no proof that something is not there.
            result.goesOn = false
            result.state.lastError = "QuickBooks left a question unanswered. Nothing was written; it is asked again."
            return
        }
        for response in set.responses where response.status.severity == .error {
            // Some of the names not being there is an answer; anything else has to be asked again.
            guard response.status.code == Self.someWereNotFound else {
                let fault = FaultCatalogue.fault(status: response.status, doing: "looking up what is there")
                result.goesOn = false
                result.state.lastError = FaultCatalogue.notice(fault)
                return
            }
        }
        jobs(in: set, into: &result)
        items(in: set, into: &result)
        guard let export = work.exports.first(where: { $0.export.id.text == export }) else { return }
        if case .rewriting(_, let mismatch) = export.export.state {
            EstimateToRewrite(export: export, mismatch: mismatch, work: work, now: now, text: text)
                .interpret(set, into: &result)
        } else {
            estimate(of: export, in: set, into: &result)
        }
    }

    private var jobsSought: [Project] { work.jobs.filter { names.contains($0.jobFullName) } }
    private var itemsSought: [ItemToAdd] { work.items.filter { names.contains($0.fullName) } }

    private func questions(export: String?) -> Set<MessageKind> {
        var kinds: Set<MessageKind> = []
        if !jobsSought.isEmpty { kinds.insert(.customerQuery) }
        if !itemsSought.isEmpty { kinds.formUnion([.itemServiceQuery, .accountQuery]) }
        if let export = work.exports.first(where: { $0.export.id.text == export }) {
            kinds.insert(.estimateQuery)
            if export.estimate.txnID != nil { kinds.insert(.txnDeletedQuery) }
        }
        return kinds
    }

    /// `500`: a query by names answers so when some of the names are not in QuickBooks.
    private static let someWereNotFound = 500

    private func jobs(in set: QBXMLResponseSet, into result: inout Interpretation) {
        var found: [String: CustomerRet] = [:]
        for case .customers(let customers) in set.responses.map(\.body) {
            for customer in customers { found[(customer.fullName ?? "").lowercased()] = customer }
        }
        var taken = work.syncedJobs
        for project in jobsSought {
            result.state.lookedUp.insert(project.jobFullName)
            if let job = found[project.jobFullName.lowercased()] {
                // Two projects of one job would have two estimates there, and the costs of one another.
                guard taken.insert(job.listID).inserted else {
                    let fault = FaultCatalogue.fault(.jobTaken(name: project.jobFullName))
                    result.outcomes.append(.jobFailed(project.id, fault))
                    continue
                }
                let reference = ListReference(
                    listID: job.listID, fullName: job.fullName ?? project.jobFullName, condition: job.condition)
                result.outcomes.append(.jobSynced(project.id, reference))
                result.state.done.append("Linked \(project.number) with job \(reference.fullName).")
            } else if case .requested(.linkTo(let name)) = project.job {
                result.outcomes.append(.jobFailed(project.id, FaultCatalogue.fault(.jobMissing(name: name))))
            }
        }
    }

    private func items(in set: QBXMLResponseSet, into result: inout Interpretation) {
        var found: [String: ItemServiceRet] = [:]
        var accounts: Set<String>?
        for response in set.responses {
            if case .items(let items) = response.body {
                for item in items { found[(item.fullName ?? "").lowercased()] = item }
            }
            if case .accounts(let rets) = response.body {
                accounts = Set(rets.map { ($0.fullName ?? "").lowercased() })
            }
        }
        for item in itemsSought {
            result.state.lookedUp.insert(item.fullName)
            if let there = found[item.fullName.lowercased()] {
                result.outcomes.append(adopt(there, for: item))
            } else if let accounts, let missing = item.accountMissing(from: accounts) {
                result.outcomes.append(.itemFailed(item.key, Self.accountMissing(missing)))
            }
        }
    }

    /// An item that is there is used as it is, provided that it can carry cost and revenue.
    private func adopt(_ there: ItemServiceRet, for item: ItemToAdd) -> ConnectorOutcome {
        if there.isActive == false {
            return .itemFailed(
                item.key,
                ERPFault(
                    code: "item-inactive", text: "Item “\(item.fullName)” is inactive in QuickBooks.",
                    meaning: "Nothing was written.",
                    cure: "Someone with QuickBooks makes it active; then an approver exports the cost code again.",
                    mayPass: false))
        }
        if there.salesAndPurchase == nil, there.salesOrPurchase != nil {
            return .itemFailed(
                item.key,
                ERPFault(
                    code: "item-one-sided",
                    text: "Item “\(item.fullName)” is in QuickBooks with one account only, so job costs would miss it.",
                    meaning: "Nothing was written.",
                    cure: "In QuickBooks, tick “This service is used in assemblies or is performed by a subcontractor”"
                        + " and give it both accounts; then an approver exports the cost code again.",
                    mayPass: false))
        }
        return .itemSynced(item.key, ListReference(listID: there.listID, fullName: there.fullName ?? item.fullName))
    }

    private static func accountMissing(_ name: String) -> ERPFault {
        ERPFault(
            code: "account-missing", text: "There is no account “\(name)” in QuickBooks.",
            meaning: "Nothing was written.",
            cure: "An approver exports the cost codes again with an account that is there.", mayPass: false)
    }

    private func estimate(of export: ExportToWrite, in set: QBXMLResponseSet, into result: inout Interpretation) {
        let id = export.export.id
        let found = FoundEstimate.pick(export.estimate, from: set)
        result.state.foundEstimates[id.text] = found == nil ? "" : text
        let ours = Set(export.transactions.map(\.transaction.mark))
        if let found, let sequence = found.editSequence, isWritten(ours, in: found, export) {
            // It is there already: an answer was lost, or our own records are older than QuickBooks'.
            result.outcomes.append(
                .export(id, .written(EstimateReference(txnID: found.txnID, editSequence: sequence), at: now)))
            settle(export, into: &result)
        } else if export.isFateUnknown, isProvenAbsent(export) {
            result.outcomes.append(.export(id, .provenAbsent))
            settle(export, into: &result)
        }
        if found == nil, export.estimate.txnID != nil {
            let deletedAt = FoundEstimate.deletionTime(of: export.estimate, in: set)
            result.outcomes.append(.estimateRead(export.project.id, .gone(deletedAt: deletedAt)))
        }
    }

    private func isProvenAbsent(_ export: ExportToWrite) -> Bool { work.nothingMayYetBeWritten(of: export) }

    /// A first export is written when its estimate is there; an update when any of its lines is. What is only partly
    /// there is for the read-back to show, never for a second write.
    private func isWritten(_ marks: Set<String>, in estimate: EstimateRet, _ export: ExportToWrite) -> Bool {
        switch export.export.kind {
        case .original: true
        case .adoption: false
        case .update: !marks.isDisjoint(with: EstimateTranslation.marks(in: estimate))
        }
    }

    private func settle(_ export: ExportToWrite, into result: inout Interpretation) {
        result.settle(export, in: work, answer: text)
    }
}

extension OutstandingWork {
    /// Not being there yet proves nothing while QuickBooks may still answer for the message set.
    func nothingMayYetBeWritten(of export: ExportToWrite) -> Bool {
        guard let set = inFlight, set.subject == export.export.id.text else { return true }
        return set.state == .inconclusive
    }
}

extension Interpretation {
    /// The fate of an export's message set, if it has one in flight, is known.
    mutating func settle(_ export: ExportToWrite, in work: OutstandingWork, answer: String) {
        guard let set = work.inFlight, set.subject == export.export.id.text else { return }
        outcomes.append(.messageSet(id: set.id, becomes: .answered, answer: answer))
    }
}

extension ItemToAdd {
    fileprivate func accountMissing(from accounts: Set<String>) -> String? {
        [request.incomeAccount, request.expenseAccount].first { !accounts.contains($0.lowercased()) }
    }
}
