import BudgetDomain
import BudgetOperations
import QBXML

/// A request that is ready to leave, with what has to be recorded before it does.
struct PreparedRequest {
    let bytes: [UInt8]
    var outcomes: [ConnectorOutcome]
    /// What it asks for by ids, if anything.
    var askedLists: AskedLists?
}

/// Builds the request of a step from what is outstanding.
struct StepRequest {
    let work: OutstandingWork
    let state: SessionState
    let now: Instant

    /// Nil when the step's subject is gone: another session did it.
    func prepare(_ step: Step) throws(QBXMLFault) -> PreparedRequest? {
        switch step {
        case .checkCompany:
            return try queries([
                .hostQuery(HostQuery()), .companyQuery(companyQuery), .preferencesQuery(PreferencesQuery()),
            ])
        case .recover(let id):
            guard let set = work.inFlight, set.id == id else { return nil }
            return PreparedRequest(bytes: Array(set.request.utf8), outcomes: [])
        case .lookUp(let export, let names):
            let lists = work.exports.first { $0.export.id.text == export }?.listIDs
            return try queries(lookUps(export: export, names: Set(names)), and: ListQueries(lists ?? ListIDs()))
        case .checkLists:
            return try queries([], and: ListQueries(work.listsDue))
        case .addJob(let project, let id):
            return try addJob(project: project, messageSet: id)
        case .addItems(let id):
            return try addItems(messageSet: id)
        case .writeEstimate(let export, let id):
            if let refused = refusedForLists(export: export) { return refused }
            return try EstimateRequest(work: work, state: state, now: now).prepare(export: export, messageSet: id)
        case .readBack(let projects, let costs):
            return try queries(
                readBack(projects: projects, costs: costs), and: ListQueries(costs ? work.listsDue : ListIDs()))
        case .readMoreCosts:
            return try queries(moreCosts)
        case .readJobList:
            var prepared = try queries([.customerQuery(JobListAnswer.query(continuing: state.jobList))])
            if state.jobList == nil { prepared?.outcomes = [.jobListBegun] }
            return prepared
        }
    }

    private var companyQuery: CompanyQuery {
        var query = CompanyQuery()
        query.ownerIDs = [QWCFile.ownerID]
        return query
    }

    /// An export whose job or items cannot take it fails before anything leaves.
    private func refusedForLists(export id: String) -> PreparedRequest? {
        guard let export = work.exports.first(where: { $0.export.id.text == id }), let fault = export.listFault else {
            return nil
        }
        return PreparedRequest(
            bytes: [], outcomes: [.export(export.export.id, .refused(fault))])
    }

    private func queries(
        _ messages: [RequestMessage], and lists: ListQueries
    ) throws(QBXMLFault) -> PreparedRequest? {
        let messages = messages + lists.messages
        var prepared = try queries(messages)
        prepared?.askedLists = lists.asked(in: messages)
        return prepared
    }

    private func queries(_ messages: [RequestMessage]) throws(QBXMLFault) -> PreparedRequest? {
        guard !messages.isEmpty else { return nil }
        let requests = messages.enumerated().map { QBXMLRequest(requestID: "\($0 + 1)", $1) }
        // One query that fails must not keep the others from being answered.
        let set = QBXMLRequestSet(onError: .continue, requests: requests)
        return PreparedRequest(bytes: try set.encoded(), outcomes: [])
    }

    private func lookUps(export: String?, names: Set<String>) -> [RequestMessage] {
        var messages: [RequestMessage] = []
        var jobs = ListQuery()
        jobs.fullNames = work.jobs.map(\.jobFullName).filter(names.contains)
        if !jobs.fullNames.isEmpty { messages.append(.customerQuery(jobs)) }
        var items = ListQuery()
        let sought = work.items.filter { names.contains($0.fullName) }
        items.fullNames = sought.map(\.fullName)
        if !items.fullNames.isEmpty { messages.append(.itemServiceQuery(items)) }
        var accounts = ListQuery()
        accounts.fullNames = Set(sought.flatMap { [$0.request.incomeAccount, $0.request.expenseAccount] }).sorted()
        if !accounts.fullNames.isEmpty { messages.append(.accountQuery(accounts)) }
        if let export = work.exports.first(where: { $0.export.id.text == export }) {
            messages += estimateQueries(for: [export.estimate])
        }
        return messages
    }

    /// By id where QuickBooks has given one, else by our number; always with lines. What is not found by its id may
    /// have been deleted, which is asked in the same breath.
    private func estimateQueries(for estimates: [EstimateToRead]) -> [RequestMessage] {
        var known = TxnQuery()
        known.txnIDs = estimates.compactMap(\.txnID)
        known.includeLineItems = true
        var numbered = TxnQuery()
        numbered.refNumbers = estimates.filter { $0.txnID == nil }.map(\.number)
        numbered.includeLineItems = true
        var messages: [RequestMessage] = numbered.refNumbers.isEmpty ? [] : [.estimateQuery(numbered)]
        if !known.txnIDs.isEmpty {
            var deleted = TxnDeletedQuery()
            deleted.types = [.estimate]
            messages += [.estimateQuery(known), .txnDeletedQuery(deleted)]
        }
        return messages
    }

    private func readBack(projects: [String], costs: Bool) -> [RequestMessage] {
        let known = Dictionary((work.estimates + work.readBacks).map { ($0.project.text, $0) }) { first, _ in first }
        let estimates = projects.compactMap { known[$0] }
        var messages = estimateQueries(for: estimates)
        if costs {
            messages.append(.accountQuery(ListQuery()))
            messages += CostQuery.allCases.map { $0.message(iterator: .start) }
        }
        return messages
    }

    private var moreCosts: [RequestMessage] {
        guard case .reading(_, let iterators) = state.costs else { return [] }
        return CostQuery.allCases.compactMap { query in
            iterators[query.rawValue].map { query.message(iterator: .continue(id: $0)) }
        }
    }

    private func addJob(project id: String, messageSet: String) throws(QBXMLFault) -> PreparedRequest? {
        guard let project = work.jobs.first(where: { $0.id.text == id }),
            case .requested(.createUnder(let customer)) = project.job
        else { return nil }
        let add = CustomerAdd {
            $0.name = project.name
            $0.isActive = true
            $0.parentRef = QBRef(fullName: customer)
            $0.jobStatus = .inProgress
            $0.externalGUID = ExternalGUID(project.id.text)?.text
        }
        return try write([.customerAdd(add)], purpose: .job, subject: id, messageSet: messageSet)
    }

    private func addItems(messageSet: String) throws(QBXMLFault) -> PreparedRequest? {
        let batch = work.items.filter { !state.tried.contains($0.fullName) }.prefix(SessionState.mostItemsAtOnce)
        guard !batch.isEmpty else { return nil }
        let messages = batch.map { item in
            let description = TextTranslation.description(item.description).text
            return RequestMessage.itemServiceAdd(
                ItemServiceAdd {
                    $0.name = item.name
                    $0.isActive = true
                    $0.parentRef = item.parent.map { QBRef(fullName: $0) }
                    $0.salesAndPurchase = SalesAndPurchase {
                        $0.salesDesc = description
                        $0.incomeAccountRef = QBRef(fullName: item.request.incomeAccount)
                        $0.purchaseDesc = description
                        $0.expenseAccountRef = QBRef(fullName: item.request.expenseAccount)
                    }
                })
        }
        let subject = batch.map(\.fullName).joined(separator: "\n")
        return try write(messages, purpose: .items, subject: subject, messageSet: messageSet)
    }

    private func write(
        _ messages: [RequestMessage], purpose: MessageSetPurpose, subject: String, messageSet: String
    ) throws(QBXMLFault) -> PreparedRequest {
        let requests = messages.enumerated().map { QBXMLRequest(requestID: "\($0 + 1)", $1) }
        // A batch of items goes on past one that QuickBooks refuses: each has an answer of its own.
        let set = QBXMLRequestSet(
            onError: messages.count > 1 ? .continue : .stop, newMessageSetID: messageSet, requests: requests)
        let bytes = try set.encoded()
        return PreparedRequest(
            bytes: bytes,
            outcomes: [
                .handedOut(
                    MessageSet(
                        id: messageSet, purpose: purpose, subject: subject,
                        request: String(decoding: bytes, as: UTF8.self),
                        state: .handedOut))
            ])
    }
}
