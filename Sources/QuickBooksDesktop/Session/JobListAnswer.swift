import BudgetDomain
import BudgetOperations
import QBXML

/// QuickBooks' list of active customers and jobs, page by page. The read counts once it has come to its end.
struct JobListAnswer {
    let newReadID: String

    /// Entries in one page. QuickBooks holds everything else up while it answers.
    static let pageSize = 500

    /// What QuickBooks answers unless asked for more: the active ones.
    static func query(continuing read: SessionState.JobListRead?) -> ListQuery {
        var query = ListQuery()
        query.iterator = if case .reading(_, let iterator) = read { .continue(id: iterator) } else { .start }
        query.maxReturned = pageSize
        query.includeRetElements = ["ListID", "FullName", "Sublevel"]
        return query
    }

    func interpret(_ set: QBXMLResponseSet, into result: inout Interpretation) {
        guard let response = set.responses.first(where: { $0.kind == .customerQuery }) else {
            return fail(FaultCatalogue.fault(hresult: "", message: "The list of jobs was left out."), into: &result)
        }
        guard response.status.severity != .error else {
            return fail(FaultCatalogue.fault(status: response.status, doing: "reading the list of jobs"), into: &result)
        }
        let readID = if case .reading(let begun, _) = result.state.jobList { begun } else { newReadID }
        var jobs: [ListedJob] = []
        if case .customers(let customers) = response.body {
            jobs = customers.compactMap { customer in
                customer.fullName.map {
                    ListedJob(listID: customer.listID, fullName: $0, sublevel: max(0, customer.sublevel ?? 0))
                }
            }
        }
        result.outcomes.append(.jobsListed(readID: readID, jobs))
        if (response.iteratorRemainingCount ?? 0) > 0 {
            guard let iterator = response.iteratorID else {
                return fail(
                    FaultCatalogue.fault(hresult: "", message: "The rest of the list cannot be asked for."),
                    into: &result)
            }
            result.state.jobList = .reading(readID: readID, iterator: iterator)
        } else {
            result.state.jobList = .over
            result.outcomes.append(.jobListRead(readID: readID))
            result.state.done.append("Read the list of jobs.")
        }
    }

    /// The rest of the session does not wait for it: whoever asked is told, and asks again.
    func fail(_ fault: ERPFault, into result: inout Interpretation) {
        result.state.jobList = .over
        result.outcomes.append(.jobListFailed(fault))
        result.state.done.append("The list of jobs could not be read.")
    }
}
