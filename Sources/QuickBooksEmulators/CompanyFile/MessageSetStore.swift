internal import QBXML

/// How the file treats message-set ids where our sources disagree or a disk would fail.
package struct RecoveryBehaviour: Sendable, Hashable, Codable {
    package enum OldOnly: String, Sendable, Hashable, Codable {
        /// Table 31-2 of Intuit's SDK guide: an old id alone makes QuickBooks forget that set.
        case clears
        /// As some integrations read it: an old id alone asks for the stored outcome.
        case asksForStatus
    }

    package var oldOnly = OldOnly.clears
    /// Requests are carried out, but their outcome cannot be stored (9005).
    package var cannotStore = false

    package enum Unstored: String, Sendable, Hashable, Codable {
        /// The id is unknown to QuickBooks: the same bytes are carried out a second time.
        case runsAgain
        /// The id is known, without an outcome (9002): nothing is carried out.
        case answersNothing
    }

    /// What becomes of a set that could not be stored when it comes again.
    package var unstored = Unstored.runsAgain
    /// Whether a stored outcome brings the record as it is now, beside its keys.
    package var recoveryCarriesRecords = false

    package init() {}
}

/// The outcomes that QuickBooks keeps under the ids of message sets, for an application that missed the answer.
struct MessageSetStore: Sendable, Codable {
    struct StoredSet: Sendable, Codable {
        var id: String
        var checksum: UInt64
        var answers: [StoredAnswer]
        /// Whether the set was carried out without room for its outcome.
        var isUnstored: Bool?
    }

    /// From qbXML 11.0 an outcome is kept without its records: only their keys.
    struct StoredAnswer: Sendable, Codable {
        var requestName: String
        var requestID: String?
        var code: Int
        var severity: String
        var message: String
        var listID: String?
        var txnID: String?
        var editSequence: String?
        var externalGUID: String?
    }

    /// What the ids of a request document ask for.
    enum Decision {
        case execute(storingAs: String?)
        case replay(StoredSet)
        case answer(code: Int)
    }

    /// The id that makes QuickBooks forget all sets of the application.
    private static let all = "ClearAllMessageSets"
    private static let largestCount = 1_000
    var behaviour = RecoveryBehaviour()
    private(set) var sets: [StoredSet] = []

    /// Table 31-2 of the SDK guide.
    mutating func decide(new: String?, old: String?, checksum: UInt64, isEmpty: Bool) -> Decision {
        switch (new, old) {
        case (nil, nil): return .execute(storingAs: nil)
        case (nil, let old?): return decide(oldOnly: old)
        case (let new?, nil): return decide(new: new, checksum: checksum, isEmpty: isEmpty)
        case (let new?, let old?) where new == old:
            guard let stored = find(new), stored.isUnstored != true else { return .answer(code: 9002) }
            return isEmpty || stored.checksum == checksum ? .replay(stored) : .answer(code: 9001)
        case (let new?, let old?):
            forget(old)
            return decide(new: new, checksum: checksum, isEmpty: isEmpty)
        }
    }

    private mutating func decide(new: String, checksum: UInt64, isEmpty: Bool) -> Decision {
        guard let stored = find(new) else { return .execute(storingAs: new) }
        guard stored.isUnstored != true else { return .answer(code: 9002) }
        return stored.checksum == checksum ? .replay(stored) : .answer(code: 9001)
    }

    private mutating func decide(oldOnly old: String) -> Decision {
        if old == Self.all {
            sets = []
            return .answer(code: 0)
        }
        switch behaviour.oldOnly {
        case .clears: return .answer(code: forget(old) ? 0 : 600)
        case .asksForStatus: return find(old).map { .replay($0) } ?? .answer(code: 9002)
        }
    }

    /// - Returns: the status of the set, 9005 where it could not be stored.
    mutating func store(_ set: StoredSet) -> Int {
        if behaviour.cannotStore {
            switch behaviour.unstored {
            case .runsAgain: break
            case .answersNothing:
                var empty = set
                empty.isUnstored = true
                sets.append(empty)
            }
            return 9005
        }
        if sets.count == Self.largestCount { sets.removeFirst() }
        sets.append(set)
        return 0
    }

    mutating func forgetAll() { sets = [] }

    private func find(_ id: String) -> StoredSet? { sets.first { $0.id == id } }

    @discardableResult
    private mutating func forget(_ id: String) -> Bool {
        guard let index = sets.firstIndex(where: { $0.id == id }) else { return false }
        sets.remove(at: index)
        return true
    }
}

extension MessageSetStore.StoredAnswer {
    init(_ response: QBXMLResponse, to request: QBXMLRequest) {
        requestName = request.message.kind.requestName
        requestID = response.requestID
        code = response.status.code
        severity = response.status.severity.rawValue
        message = response.status.message
        switch response.body {
        case .customers(let rets): take(rets.first?.listID, rets.first?.editSequence, rets.first?.externalGUID)
        case .items(let rets): take(rets.first?.listID, rets.first?.editSequence, rets.first?.externalGUID)
        case .estimates(let rets):
            txnID = rets.first?.txnID
            editSequence = rets.first?.editSequence
            externalGUID = rets.first?.externalGUID
        case .accounts, .preferences, .company, .host, .report, .bills, .checks, .creditCardCharges,
            .creditCardCredits, .vendorCredits, .purchaseOrders, .journalEntries, .deletedTxns, .unrecognised:
            break
        }
    }

    private mutating func take(_ listID: String?, _ editSequence: String?, _ externalGUID: String?) {
        self.listID = listID
        self.editSequence = editSequence
        self.externalGUID = externalGUID
    }

    /// Nil only if the file was written by a program that knows other messages.
    var response: QBXMLResponse? {
        guard let kind = MessageKind.allCases.first(where: { $0.requestName == requestName }) else { return nil }
        let status = QBXMLStatus(code: code, severity: QBSeverity(rawValue: severity) ?? .error, message: message)
        var response = QBXMLResponse(kind, requestID: requestID, status: status)
        guard listID != nil || txnID != nil else { return response }
        var recovery = ErrorRecovery()
        recovery.listID = listID
        recovery.txnID = txnID
        recovery.editSequence = editSequence
        recovery.externalGUID = externalGUID
        response.errorRecovery = recovery
        return response
    }
}
