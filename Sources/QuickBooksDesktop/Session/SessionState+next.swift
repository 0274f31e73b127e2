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
        if let inFlight = work.inFlight, inFlight.state != .inconclusive {
            return tried.contains(inFlight.id) ? nil : .recover(messageSet: inFlight.id)
        }
        if let step = lookUp(work) { return step }
        if let job = work.jobs.first(where: { canAdd($0) }) {
            return .addJob(project: job.id.text, messageSet: messageSet)
        }
        if work.items.contains(where: { !tried.contains($0.fullName) }) { return .addItems(messageSet: messageSet) }
        if let export = work.exports.first(where: { isWritable($0) }) {
            return .writeEstimate(export: export.export.id.text, messageSet: messageSet)
        }
        return read(work)
    }

    private func lookUp(_ work: OutstandingWork) -> Step? {
        let unseen = work.exports.filter { export in
            foundEstimates[export.export.id.text] == nil && !tried.contains(export.export.id.text)
        }
        // One whose fate is unknown goes first: until it is known, nothing else may be written.
        let export = unseen.first { $0.isFateUnknown } ?? unseen.first
        let names = work.jobs.map(\.jobFullName) + work.items.map(\.fullName)
        guard export != nil || names.contains(where: { !lookedUp.contains($0) }) else { return nil }
        return .lookUp(export: export?.export.id.text)
    }

    /// A job to be linked is found by the look-up or not at all; only a new one is added.
    private func canAdd(_ project: Project) -> Bool {
        guard case .requested(.createUnder) = project.job else { return false }
        return !tried.contains(project.id.text)
    }

    private func isWritable(_ export: ExportToWrite) -> Bool {
        guard case .exporting(.queued) = export.export.state else { return false }
        return foundEstimates[export.export.id.text] != nil && !tried.contains(export.export.id.text)
    }

    private func read(_ work: OutstandingWork) -> Step? {
        let unread = work.readBacks.map(\.project.text).filter { !readBack.contains($0) }
        let startsCosts = work.areCostsDue && costs == .notBegun
        if !unread.isEmpty || startsCosts {
            let projects = startsCosts ? work.estimates.map(\.project.text) : unread
            return .readBack(projects: Array(Set(projects + unread)).sorted(), costs: startsCosts)
        }
        if case .reading(_, let iterators) = costs, !iterators.isEmpty { return .readMoreCosts }
        return nil
    }
}

extension ExportToWrite {
    var isFateUnknown: Bool {
        if case .exporting(.unknown) = export.state { true } else { false }
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
