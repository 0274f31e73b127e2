/// Where an export stands, with what is known there. The order of states is `ExportLifecycle`'s.
package enum ExportState: Hashable, Sendable {
    /// Sent; waits for an accounting approver.
    case readyToExport
    /// Something that the export needs was lost after it was sent.
    case invalid(lost: [String])
    /// Accepted; on its way to QuickBooks.
    case exporting(Delivery)
    /// QuickBooks answered that it wrote; its amounts have not been read back.
    case awaitingJobCosts(EstimateReference, writtenAt: Instant)
    /// Read back, and not equal to what was accepted.
    case mismatched(Mismatch)
    /// An approver had what was accepted written again onto the estimate that differs; on its way to QuickBooks.
    case rewriting(Delivery, Mismatch)
    /// Read back, and equal to the cent.
    case synced(EstimateReference, seenAt: Instant)
    /// QuickBooks refused it for good. Always proven *not* written.
    case failedToExport(ERPFault)
    case rejected(by: ID<Person>, at: Instant, comment: String)
    case retrieved(by: ID<Person>, at: Instant)

    /// Whether the export still occupies the budget: at most one export of a budget does.
    package var isOpen: Bool {
        switch self {
        case .readyToExport, .invalid, .exporting, .awaitingJobCosts, .mismatched, .rewriting, .failedToExport: true
        case .synced, .rejected, .retrieved: false
        }
    }

    /// How far it is on its way to QuickBooks, for the first time or again; nil when it is not on its way.
    package var delivery: Delivery? {
        switch self {
        case .exporting(let delivery), .rewriting(let delivery, _): delivery
        case .readyToExport, .invalid, .awaitingJobCosts, .mismatched, .synced, .failedToExport, .rejected, .retrieved:
            nil
        }
    }

    /// Whether QuickBooks was given this export's lines: they are there, or were and have to be accounted for.
    package var isInQuickBooks: Bool {
        switch self {
        case .awaitingJobCosts, .mismatched, .rewriting, .synced: true
        case .readyToExport, .invalid, .exporting, .failedToExport, .rejected, .retrieved: false
        }
    }
}

/// How far an accepted export has come on its way.
package enum Delivery: Hashable, Sendable {
    /// Waits for the Web Connector. `attempts` were made before.
    case queued(attempts: Int)
    /// The request left; no answer yet.
    case handedOut(Handover)
    /// The answer was lost: QuickBooks may or may not have written. Left only by evidence.
    case unknown(Handover)
}

/// One attempt to write: stored, byte for byte, before it leaves.
package struct Handover: Hashable, Sendable {
    package let attempt: Int
    /// The `newMessageSetID` of the request, at most 23 characters.
    package let messageSetID: String
    package let at: Instant

    package init(attempt: Int, messageSetID: String, at: Instant) {
        self.attempt = attempt
        self.messageSetID = messageSetID
        self.at = at
    }
}

/// The estimate that QuickBooks holds for a project's budget. Both texts are opaque.
package struct EstimateReference: Hashable, Sendable {
    package let txnID: String
    /// Changes with every edit; an update must name the current one.
    package let editSequence: String

    package init(txnID: String, editSequence: String) {
        self.txnID = txnID
        self.editSequence = editSequence
    }
}
