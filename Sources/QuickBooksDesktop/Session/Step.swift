/// One exchange of a session: a request that was handed to the Web Connector and waits for its answer.
enum Step: Codable, Hashable, Sendable {
    /// Host, company and preferences, when the Web Connector did not bring them by itself.
    case checkCompany
    /// The same bytes again under the same message set id: QuickBooks runs them once, or says what became of them.
    case recover(messageSet: String)
    /// What is already there: the jobs and items of these full names, and the estimate of the export that is next.
    case lookUp(export: String?, names: [String])
    /// Whether jobs and items that could not be used have been mended, asked by their ids. What is needed for a write,
    /// and all others from time to time, are asked for along with `lookUp` and with the costs.
    case checkLists
    case addJob(project: String, messageSet: String)
    case addItems(messageSet: String)
    case writeEstimate(export: String, messageSet: String)
    /// The estimates of these projects, and with `costs` the first page of every kind of cost document.
    case readBack(projects: [String], costs: Bool)
    /// The next page of the cost documents that have one.
    case readMoreCosts
    /// The next page of QuickBooks' list of customers and jobs.
    case readJobList

    /// The message set that this step writes, if it writes.
    var messageSet: String? {
        switch self {
        case .recover(let id), .addJob(_, let id), .addItems(let id), .writeEstimate(_, let id): id
        case .checkCompany, .checkLists, .lookUp, .readBack, .readMoreCosts, .readJobList: nil
        }
    }
}
