import BudgetDomain
import BudgetOperations

extension SessionState {
    /// The most items that one message set adds: names are unique, so that a batch can be looked up and finished.
    static let mostItemsAtOnce = 200

    /// What comes next, in the order that keeps money safe: what has no answer yet, then jobs, items and exports, then
    /// read-backs. Nil when nothing is left that this session can do. `messageSet` names the set if the step writes.
    func next(_ work: OutstandingWork, messageSet: String) -> Step? {
        guard exchanges < Self.mostExchanges else { return nil }
        guard isCompanyFileOurs else { return tried.contains("company") ? nil : .checkCompany }
        if let inFlight = work.inFlight { return settling(inFlight, work) }
        let unseen = work.exports.first { isToBeLookedUp($0) }?.export.id.text
        let names = namesToLookUp(work)
        if !names.isEmpty { return .lookUp(export: unseen, names: names) }
        if let job = work.jobs.first(where: { canAdd($0) }) {
            return .addJob(project: job.id.text, messageSet: messageSet)
        }
        if work.items.contains(where: { !tried.contains($0.fullName) }) { return .addItems(messageSet: messageSet) }
        if let export = work.exports.first(where: { isWritable($0) }) {
            return .writeEstimate(export: export.export.id.text, messageSet: messageSet)
        }
        if let unseen { return .lookUp(export: unseen, names: []) }
        return read(work)
    }

    /// While a write has no answer, only what may bring its fate to light: one write is in flight at a time. An
    /// estimate is looked for before its bytes go again: where QuickBooks could not keep the first answer (9005), the
    /// same bytes would be run a second time.
    private func settling(_ inFlight: MessageSet, _ work: OutstandingWork) -> Step? {
        if let export = work.exports.first(where: { $0.export.id.text == inFlight.subject && isToBeLookedUp($0) }) {
            return .lookUp(export: export.export.id.text, names: [])
        }
        guard inFlight.state != .inconclusive, !tried.contains(inFlight.id) else { return nil }
        return .recover(messageSet: inFlight.id)
    }

    private func namesToLookUp(_ work: OutstandingWork) -> [String] {
        (work.jobs.map(\.jobFullName) + work.items.map(\.fullName)).filter { !lookedUp.contains($0) }
    }

    private func isToBeLookedUp(_ export: ExportToWrite) -> Bool {
        let id = export.export.id.text
        guard export.isQueued || export.isFateUnknown else { return false }
        return foundEstimates[id] == nil && !tried.contains(id)
    }

    /// A job to be linked is found by the look-up or not at all; only a new one is added.
    private func canAdd(_ project: Project) -> Bool {
        guard case .requested(.createUnder) = project.job else { return false }
        return !tried.contains(project.id.text)
    }

    private func isWritable(_ export: ExportToWrite) -> Bool {
        export.isQueued && foundEstimates[export.export.id.text] != nil && !tried.contains(export.export.id.text)
    }

    private func read(_ work: OutstandingWork) -> Step? {
        let unread = work.readBacks.map(\.project.text).filter { !readBack.contains($0) }
        // By itself: a gate does not wait for thousands of cost documents, nor for one of them that cannot be read.
        if !unread.isEmpty { return .readBack(projects: unread.sorted(), costs: false) }
        // Somebody waits for it, and not for the costs.
        switch jobList {
        case .reading: return .readJobList
        case nil where work.isJobListDue: return .readJobList
        case .over, nil: break
        }
        if work.areCostsDue, costs == .notBegun {
            let others = work.estimates.map(\.project.text).filter { !readBack.contains($0) }
            return .readBack(projects: others.sorted(), costs: true)
        }
        if case .reading(_, let iterators) = costs, !iterators.isEmpty { return .readMoreCosts }
        if !work.areCostsDue, !work.listsDue.isEmpty, !tried.contains("lists") { return .checkLists }
        return nil
    }
}

extension ExportToWrite {
    var isQueued: Bool {
        if case .queued = export.state.delivery { true } else { false }
    }

    /// Whether a request left that has no answer.
    var isFateUnknown: Bool {
        switch export.state.delivery {
        case .unknown, .handedOut: true
        case .queued, nil: false
        }
    }
}

extension Project {
    /// The full name in QuickBooks of the job that was asked for.
    var jobFullName: String {
        switch job {
        case .requested(.createUnder(let customer)), .failed(.createUnder(let customer), _): "\(customer):\(name)"
        case .requested(.linkTo(let fullName)), .failed(.linkTo(let fullName), _): fullName
        case .synced(let reference): reference.fullName
        case .notSynced: name
        }
    }
}
