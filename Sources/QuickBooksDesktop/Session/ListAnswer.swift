import BudgetDomain
import BudgetOperations
import QBXML

/// Reads what QuickBooks says of jobs and items that were asked for by their ids, whatever else the request asked.
struct ListAnswer {
    func interpret(_ set: QBXMLResponseSet, into result: inout Interpretation) {
        guard let asked = result.state.askedLists else { return }
        result.state.askedLists = nil
        var check = ListCheck()
        if Self.isAnswered(.customerQuery, times: asked.jobQueries, in: set) { check.jobs = jobs(asked.ids, in: set) }
        if Self.isAnswered(.itemServiceQuery, times: asked.itemQueries, in: set) {
            check.items = items(asked.ids, in: set)
        }
        guard check != ListCheck() else { return }
        result.outcomes.append(.listsChecked(check))
    }

    /// Silence and errors prove nothing: what is known stays, and QuickBooks itself refuses what cannot be. `500` says
    /// that some were not found, `1` that none was.
    private static func isAnswered(_ kind: MessageKind, times: Int, in set: QBXMLResponseSet) -> Bool {
        let answers = set.responses.filter { $0.kind == kind }
        return answers.count == times && answers.allSatisfy { $0.status.severity != .error || $0.status.code == 500 }
    }

    private func jobs(_ asked: ListIDs, in set: QBXMLResponseSet) -> [String: ListCheck.Finding] {
        var found: [String: CustomerRet] = [:]
        for case .customers(let customers) in set.responses.map(\.body) {
            for customer in customers { found[customer.listID] = customer }
        }
        let gone = ListCheck.Finding.gone(FaultCatalogue.fault(.jobGone))
        return Dictionary(
            asked.jobs.map { id in
                (id, found[id].flatMap { job in job.fullName.map { .found(fullName: $0, job.condition) } } ?? gone)
            }, uniquingKeysWith: { first, _ in first })
    }

    private func items(_ asked: ListIDs, in set: QBXMLResponseSet) -> [String: ListCheck.Finding] {
        var found: [String: ItemServiceRet] = [:]
        for case .items(let items) in set.responses.map(\.body) {
            for item in items { found[item.listID] = item }
        }
        let gone = ListCheck.Finding.gone(FaultCatalogue.fault(.itemGone))
        return Dictionary(
            asked.items.map { id in
                (id, found[id].flatMap { item in item.fullName.map { .found(fullName: $0, item.condition) } } ?? gone)
            }, uniquingKeysWith: { first, _ in first })
    }
}

extension CustomerRet {
    var condition: ListCondition { isActive == false ? .inactive : .usable }
}

extension ItemServiceRet {
    var condition: ListCondition {
        if isActive == false { return .inactive }
        return salesAndPurchase == nil && salesOrPurchase != nil ? .oneSided : .usable
    }
}
