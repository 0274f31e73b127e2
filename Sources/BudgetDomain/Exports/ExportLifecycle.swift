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
        case (.awaitingJobCosts, .readBackEqual(let reference, let at)),
            (.mismatched, .readBackEqual(let reference, let at)):
            .synced(reference, seenAt: at)
        case (.awaitingJobCosts, .readBackDiffers(let reference, let differences)),
            (.mismatched, .readBackDiffers(let reference, let differences)):
            .mismatched(reference, differences: differences)
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
        }
    }
}
