internal import QBXML

/// The queries that an application reads page by page. They end with its session.
struct IteratorStore: Sendable {
    private struct Running {
        let kind: MessageKind
        /// The query without its iterator: every page must ask for the same.
        let criteria: QueryCriteria
        var remaining: [String]
    }

    /// One page of record ids.
    struct Page {
        let ids: [String]
        let remainingCount: Int
        let id: String
    }

    private var running: [String: Running] = [:]
    private var started = 0

    mutating func start(
        _ kind: MessageKind, _ criteria: QueryCriteria, ids: [String], pageSize: Int?
    ) throws(Rejection) -> Page {
        guard let pageSize, pageSize > 0 else { throw .invalidValue("MaxReturned", "") }
        started += 1
        let id = "{iterator-\(started)}"
        running[id] = Running(kind: kind, criteria: criteria, remaining: ids)
        return try next(kind, criteria, id: id, pageSize: pageSize)
    }

    mutating func next(
        _ kind: MessageKind, _ criteria: QueryCriteria, id: String, pageSize: Int?
    ) throws(Rejection) -> Page {
        guard var iterator = running[id], iterator.kind == kind else { throw .notFound(id) }
        guard iterator.criteria == criteria, let pageSize, pageSize > 0 else {
            throw .invalidValue("iteratorID", id)
        }
        let ids = Array(iterator.remaining.prefix(pageSize))
        iterator.remaining.removeFirst(ids.count)
        running[id] = iterator.remaining.isEmpty ? nil : iterator
        return Page(ids: ids, remainingCount: iterator.remaining.count, id: id)
    }

    mutating func stop(id: String) { running[id] = nil }
}

/// What a list or transaction query asks for, to be compared.
enum QueryCriteria: Sendable, Hashable {
    case list(ListQuery)
    case txn(TxnQuery)
}
