internal import QBXML

/// What list and transaction queries have in common: pages, counts and the statuses of an empty or partial answer.
extension CompanyRecords {
    struct Asked {
        let kind: MessageKind
        let metaData: QBMetaData?
        let iterator: QBIterator?
        let criteria: QueryCriteria
        let maxReturned: Int?
    }

    /// - Parameter found: the ids of all records that match, in the order of the answer.
    mutating func page(
        _ asked: Asked, _ found: [String], _ body: ([String]) -> ResponseBody
    ) throws(Rejection) -> QBXMLResponse {
        var response = QBXMLResponse(asked.kind)
        if asked.metaData == .only {
            response.retCount = found.count
            return response
        }
        var ids = found
        switch asked.iterator {
        case nil:
            if let maxReturned = asked.maxReturned { ids = Array(found.prefix(max(0, maxReturned))) }
        case .start:
            let page = try iterators.start(asked.kind, asked.criteria, ids: found, pageSize: asked.maxReturned)
            ids = response.take(page)
        case .continue(let id):
            let page = try iterators.next(asked.kind, asked.criteria, id: id, pageSize: asked.maxReturned)
            ids = response.take(page)
        case .stop(let id):
            iterators.stop(id: id)
            return response
        }
        if asked.metaData == .andResponseData || asked.iterator != nil { response.retCount = ids.count }
        response.body = body(ids)
        if ids.isEmpty { response.status = .nothingFound }
        return response
    }

    /// The answer to a list of ids or names, of which some may be unknown.
    func partial(_ asked: Asked, missing: String?, count: Int, _ body: ResponseBody) -> QBXMLResponse {
        var response = QBXMLResponse(asked.kind, body: asked.metaData == .only ? nil : body)
        if asked.metaData == .only || asked.metaData == .andResponseData { response.retCount = count }
        if let missing { response.status = .someNotFound(missing) }
        return response
    }
}

extension QBXMLResponse {
    fileprivate mutating func take(_ page: IteratorStore.Page) -> [String] {
        iteratorRemainingCount = page.remainingCount
        iteratorID = page.id
        return page.ids
    }
}

extension QBXMLStatus {
    static let nothingFound = QBXMLStatus(
        code: 1, severity: .info, message: "A query request did not find a matching object in QuickBooks")

    static func someNotFound(_ name: String) -> QBXMLStatus {
        QBXMLStatus(
            code: 500, severity: .warn,
            message: "The query request has not been fully completed. There was a required element "
                + "(\"\(name)\") that could not be found in QuickBooks.")
    }
}

/// Inclusive bounds of a date or of a moment. QuickBooks compares local times, so an offset does not count.
struct TextRange {
    private let from: String?
    private let to: String?

    init(from: String?, to: String?) {
        self.from = from.map { String($0.prefix(19)) }
        self.to = to.map { String($0.prefix(19)) }
    }

    func contains(_ text: String?) -> Bool {
        let text = String((text ?? "").prefix(19))
        if let from, text < from { return false }
        // A bound without a time of day means the whole day.
        if let to, text.prefix(to.count) > to { return false }
        return true
    }
}

extension MatchCriterion {
    func matches(_ text: String?, _ pattern: String) -> Bool {
        let (text, pattern) = ((text ?? "").lowercased(), pattern.lowercased())
        switch self {
        case .startsWith: return text.hasPrefix(pattern)
        case .contains: return text.contains(pattern)
        case .endsWith: return text.hasSuffix(pattern)
        }
    }
}
