import BudgetOperations

/// Where a Web Connector session stands: a pure value, stored with every call, so that any server can take the next
/// one and a killed server loses nothing.
struct SessionState: Codable, Hashable, Sendable {
    /// The step whose answer is awaited.
    var asked: Step?
    /// Whether the open company file was found to be ours. Nothing is asked of QuickBooks' data before.
    var isCompanyFileOurs = false
    /// The home currency in QuickBooks' words, where the file has several.
    var homeCurrencyName: String?
    /// Exchanges answered so far.
    var exchanges = 0
    /// Full names of jobs and items that were looked up in this session.
    var lookedUp: Set<String> = []
    /// Exports that were looked up and may be written now: the estimate as found, or an empty text for none.
    var foundEstimates: [String: String] = [:]
    /// Exports, projects, item names and message sets that had their one attempt in this session.
    var tried: Set<String> = []
    /// Projects whose estimate was read after the last write to it.
    var readBack: Set<String> = []
    var costs = CostRead.notBegun
    /// Accounts on which a journal line is no cost of its job, such as Accounts Receivable.
    var accountsThatAreNoCost: Set<String> = []
    /// How far the read of QuickBooks' list of customers and jobs is, once it has begun.
    var jobList: JobListRead?
    /// The jobs and items that the awaited answer was asked about by their ids.
    var askedLists: AskedLists?
    var lastError: String?
    /// What the session did, for the Web Connector's status column.
    var done: [String] = []
    /// Items made in this session, once there are any: states that older servers stored have no number here.
    var itemsMade: Int?

    /// How far the read of cost documents is.
    enum CostRead: Codable, Hashable, Sendable {
        case notBegun
        /// Iterators by the name of their query.
        case reading(readID: String, iterators: [String: String])
        case complete
    }

    enum JobListRead: Codable, Hashable, Sendable {
        case reading(readID: String, iterator: String)
        case over
    }

    /// More exchanges than any honest session needs: what is left waits for the next one.
    static let mostExchanges = 2_000

    /// How far a session with more to do is: never falls, never reaches 100.
    var percentWhileWorking: Int {
        min(99, 100 - 100 / (exchanges + 1))
    }

    /// Items go out in batches, and are told together: one sentence of all that the session made.
    mutating func addMadeItems(_ count: Int) {
        guard count > 0 else { return }
        let before = itemsMade ?? 0
        let all = before + count
        done.removeAll { $0 == Self.sentence(ofItemsMade: before) }
        done.append(Self.sentence(ofItemsMade: all))
        itemsMade = all
    }

    private static func sentence(ofItemsMade count: Int) -> String {
        count == 1 ? "Made 1 item." : "Made \(count) items."
    }

    var summary: String {
        if let lastError { return lastError }
        return done.isEmpty ? "Nothing needed to be done." : done.joined(separator: " ")
    }
}
