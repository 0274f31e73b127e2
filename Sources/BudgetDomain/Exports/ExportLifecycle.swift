/// The one table of an export's states. `docs/reference/export-lifecycle.md` is held equal to it by a test.
package enum ExportLifecycle {
    /// How often an export is tried when QuickBooks refuses for a reason that may pass, or its answers get lost.
    package static let mostAttempts = 5

    package static func next(_ state: ExportState, on event: ExportEvent) throws(Refused) -> ExportState {
        switch (state, event) {
        case (.readyToExport, .accepted):
            .exporting(.queued(attempts: 0))
        case (.readyToExport, .prerequisitesLost(let lost)), (.invalid, .prerequisitesLost(let lost)):
            .invalid(lost: lost)
        case (.invalid, .prerequisitesRestored):
            .readyToExport
        case (.readyToExport, .retrieved(let person, let at)), (.invalid, .retrieved(let person, let at)):
            .retrieved(by: person, at: at)
        case (.readyToExport, .rejected(let person, let at, let comment)),
            (.invalid, .rejected(let person, let at, let comment)),
            (.failedToExport, .rejected(let person, let at, let comment)):
            .rejected(by: person, at: at, comment: comment)
        case (.failedToExport, .exportedAgain):
            .exporting(.queued(attempts: 0))
        case (.exporting(let delivery), _):
            try next(delivery, on: event, from: state)
        case (.rewriting(let delivery, let mismatch), _):
            try next(delivery, of: mismatch, on: event, from: state)
        case (.awaitingJobCosts, .readBackEqual(let reference, let at)),
            (.mismatched, .readBackEqual(let reference, let at)):
            .synced(reference, seenAt: at)
        case (.awaitingJobCosts, .readBackDiffers(let reference, let differences)),
            (.mismatched, .readBackDiffers(let reference, let differences)),
            (.synced, .readBackDiffers(let reference, let differences)):
            // From synced: what was equal once was changed in QuickBooks.
            .mismatched(Mismatch(reference: reference, differences: differences))
        case (.mismatched(let mismatch), .kept(let at)):
            .awaitingJobCosts(mismatch.reference, writtenAt: at)
        case (.mismatched(let mismatch), .rewriteOrdered):
            .rewriting(.queued(attempts: 0), mismatch)
        default:  // default: every pair that the table does not list is refused
            throw Refused(.exportCannot(event: event.name.rawValue, state: state.name.rawValue))
        }
    }

    private static func next(
        _ delivery: Delivery, on event: ExportEvent, from state: ExportState
    ) throws(Refused) -> ExportState {
        switch (delivery, event) {
        case (.queued(let attempts), .claimed(let messageSetID, let at)):
            .exporting(.handedOut(Handover(attempt: attempts + 1, messageSetID: messageSetID, at: at)))
        case (.queued, .refused(let fault)):
            // Refused before a request was made, for example because the estimate to update is gone.
            .failedToExport(fault)
        case (.handedOut, .written(let reference, let at)), (.unknown, .written(let reference, let at)),
            (.queued, .written(let reference, let at)):
            // While queued: our own mark was found in QuickBooks before anything was sent again.
            .awaitingJobCosts(reference, writtenAt: at)
        case (.handedOut(let handover), .refused(let fault)), (.unknown(let handover), .refused(let fault)):
            fault.mayPass && handover.attempt < mostAttempts
                ? .exporting(.queued(attempts: handover.attempt)) : .failedToExport(fault)
        case (.handedOut(let handover), .answerLost):
            .exporting(.unknown(handover))
        case (.unknown(let handover), .provenAbsent):
            handover.attempt < mostAttempts
                ? .exporting(.queued(attempts: handover.attempt)) : .failedToExport(.answersKeptGettingLost)
        default:  // default: every pair that the table does not list is refused
            throw Refused(.exportCannot(event: event.name.rawValue, state: state.name.rawValue))
        }
    }

    /// Writing ours again onto an estimate that differs. It never leads to a failed export, which would mean that
    /// nothing is in QuickBooks: what does not succeed is a mismatch still.
    private static func next(
        _ delivery: Delivery, of mismatch: Mismatch, on event: ExportEvent, from state: ExportState
    ) throws(Refused) -> ExportState {
        switch (delivery, event) {
        case (.queued(let attempts), .claimed(let messageSetID, let at)):
            .rewriting(.handedOut(Handover(attempt: attempts + 1, messageSetID: messageSetID, at: at)), mismatch)
        case (.queued, .refused(let fault)):
            .mismatched(mismatch.refused(fault))
        case (.queued, .readBackDiffers(let reference, let differences)),
            (.unknown, .readBackDiffers(let reference, let differences)):
            // Not what was decided on: nothing is written over it without another decision.
            .mismatched(Mismatch(reference: reference, differences: differences))
        case (_, .written(let reference, let at)):
            .awaitingJobCosts(reference, writtenAt: at)
        case (.handedOut(let handover), .refused(let fault)), (.unknown(let handover), .refused(let fault)):
            fault.mayPass && handover.attempt < mostAttempts
                ? .rewriting(.queued(attempts: handover.attempt), mismatch) : .mismatched(mismatch.refused(fault))
        case (.handedOut(let handover), .answerLost):
            .rewriting(.unknown(handover), mismatch)
        case (.unknown(let handover), .provenAbsent):
            handover.attempt < mostAttempts
                ? .rewriting(.queued(attempts: handover.attempt), mismatch)
                : .mismatched(mismatch.refused(.answersKeptGettingLost))
        default:  // default: every pair that the table does not list is refused
            throw Refused(.exportCannot(event: event.name.rawValue, state: state.name.rawValue))
        }
    }
}

extension ExportState {
    /// A state without what it carries: the name in the database, the documentation and the tables.
    package enum Name: String, CaseIterable, Sendable {
        case readyToExport = "ready to export"
        case invalid
        case queued
        case handedOut = "handed out"
        case unknown
        case awaitingJobCosts = "awaiting job costs"
        case mismatched
        case rewriteQueued = "rewrite queued"
        case rewriteHandedOut = "rewrite handed out"
        case rewriteUnknown = "rewrite unknown"
        case synced
        case failedToExport = "failed to export"
        case rejected
        case retrieved
    }

    package var name: Name {
        switch self {
        case .readyToExport: .readyToExport
        case .invalid: .invalid
        case .exporting(.queued): .queued
        case .exporting(.handedOut): .handedOut
        case .exporting(.unknown): .unknown
        case .awaitingJobCosts: .awaitingJobCosts
        case .mismatched: .mismatched
        case .rewriting(.queued, _): .rewriteQueued
        case .rewriting(.handedOut, _): .rewriteHandedOut
        case .rewriting(.unknown, _): .rewriteUnknown
        case .synced: .synced
        case .failedToExport: .failedToExport
        case .rejected: .rejected
        case .retrieved: .retrieved
        }
    }
}

extension ExportEvent {
    package enum Name: String, CaseIterable, Sendable {
        case accepted, rejected, retrieved
        case prerequisitesLost = "prerequisites lost"
        case prerequisitesRestored = "prerequisites restored"
        case claimed, written, refused
        case answerLost = "answer lost"
        case provenAbsent = "proven absent"
        case readBackEqual = "read-back equal"
        case readBackDiffers = "read-back differs"
        case exportedAgain = "exported again"
        case kept
        case rewriteOrdered = "rewrite ordered"
    }

    package var name: Name {
        switch self {
        case .accepted: .accepted
        case .rejected: .rejected
        case .retrieved: .retrieved
        case .prerequisitesLost: .prerequisitesLost
        case .prerequisitesRestored: .prerequisitesRestored
        case .claimed: .claimed
        case .written: .written
        case .refused: .refused
        case .answerLost: .answerLost
        case .provenAbsent: .provenAbsent
        case .readBackEqual: .readBackEqual
        case .readBackDiffers: .readBackDiffers
        case .exportedAgain: .exportedAgain
        case .kept: .kept
        case .rewriteOrdered: .rewriteOrdered
        }
    }
}
