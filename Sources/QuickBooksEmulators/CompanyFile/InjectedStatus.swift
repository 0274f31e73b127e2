internal import QBXML

/// What QuickBooks says of the next request document instead of how it went: a lock, a full disk, a code that nobody
/// has heard of.
package struct InjectedStatus: Sendable, Hashable {
    package enum Level: String, Sendable, Hashable {
        /// The document's own status; its requests are not answered.
        case messageSet
        /// The status of the document's first request.
        case request
    }

    package var code: Int
    package var message: String
    package var level: Level
    /// A warning goes with work that was done, as a rule; an error with work that was not.
    package var isWarning: Bool
    /// Whether the request was carried out all the same.
    package var isExecuted: Bool
    /// Passes queries by, and strikes the next document with a message-set id.
    package var strikesWritesOnly: Bool

    package init(
        code: Int, message: String, level: Level = .request, isWarning: Bool = false, isExecuted: Bool = false,
        strikesWritesOnly: Bool = false
    ) {
        self.code = code
        self.message = message
        self.level = level
        self.isWarning = isWarning
        self.isExecuted = isExecuted
        self.strikesWritesOnly = strikesWritesOnly
    }

    var rejection: Rejection { Rejection(code, message, severity: isWarning ? .warn : .error) }
}

extension CompanyFile {
    /// Each status strikes once, in the order in which they were given.
    package func inject(_ status: InjectedStatus) { write { $0.injected.append(status) } }

    package func clearInjectedStatuses() { write { $0.injected = [] } }
}

extension CompanyRecords {
    mutating func injection(for set: QBXMLRequestSet) -> InjectedStatus? {
        let isWrite = set.newMessageSetID != nil
        guard let index = injected.firstIndex(where: { isWrite || !$0.strikesWritesOnly }) else { return nil }
        return injected.remove(at: index)
    }
}

extension CompanyFile {
    /// The stored outcomes are gone, as after a repair of the file.
    package func forgetMessageSets() { write { $0.messageSets.forgetAll() } }
}
