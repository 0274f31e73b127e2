/// Everything that goes wrong in the world, or that somebody does at a bad moment. Each is a fault point: counted
/// whenever it strikes.
package enum FaultKind: String, CaseIterable, Sendable {
    case requestLost = "call lost before the server"
    case replyLost = "answer of the server lost"
    case replyTruncated = "answer of the server cut short"
    case callRepeated = "call sent twice"
    case lateCall = "old call comes after a new session"
    case secondConnector = "two connectors at the same time"
    case connectorKilled = "connector killed between two calls"
    case serverKilledBeforeCommit = "server killed before a commit"
    case serverKilledAfterCommit = "server killed after a commit"
    case commitRefused = "commit refused: database busy"
    case serverRestarted = "server restarted"
    case databaseRestored = "our database restored from an older copy"

    case askLost = "QuickBooks never sees the request"
    case answerLost = "QuickBooks did it, and its answer is lost"
    case hresultNotRun = "HRESULT, nothing run"
    case hresultRun = "HRESULT, though it was run"
    case statusRefused = "status code, nothing done"
    case statusWarned = "warning, and done"
    case setStatus = "status of the message set, nothing done"
    case setStatusRun = "status of the message set, though done"
    case responseTruncated = "response cut short"
    case responseGarbled = "response garbled"
    case responseEmpty = "response empty"
    case responseHuge = "response huge"
    case iteratorsLost = "iterators lost"
    case outcomeNotStored = "QuickBooks stores no outcome (9005)"
    case outcomesForgotten = "QuickBooks forgot the stored outcomes"

    case quickBooksClosed = "QuickBooks closed"
    case singleUser = "file open in single-user mode"
    case otherFile = "another company file open"
    case fileIDGone = "file without our FileID"
    case fileRestored = "company file restored from an older copy"
    case estimatesOff = "estimates switched off"
    case closingDate = "closing date set"

    case amountEdited = "bookkeeper edits an amount"
    case lineAdded = "bookkeeper adds a line"
    case lineDeleted = "bookkeeper deletes a line"
    case lineItemChanged = "bookkeeper gives a line another item"
    case estimateDeleted = "bookkeeper deletes the estimate"
    case estimateCopied = "bookkeeper copies the estimate"
    case estimateMoved = "bookkeeper moves the estimate to another job"
    case staleEditSequence = "bookkeeper edits just before our write"
    case itemRenamed = "item renamed"
    case itemInactive = "item made inactive"
    case itemMerged = "item merged into another"
    case jobRenamed = "job renamed"
    case jobInactive = "job made inactive"
    case jobMerged = "job merged into another"

    case rightsRevoked = "a right is taken away"
    case settingChanged = "a setting of the company is changed"

    case clockForward = "clock jumps forward"
    case clockBack = "clock jumps back"
    case daylightSaving = "daylight saving turns"
    case quickBooksClockWrong = "clock of QuickBooks is wrong"

    package var index: Int { Self.indexes[self] ?? 0 }

    private static let indexes = Dictionary(uniqueKeysWithValues: zip(allCases, allCases.indices))
}
