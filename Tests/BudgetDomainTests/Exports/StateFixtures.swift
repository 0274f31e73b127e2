import BudgetDomain

extension Handover {
    static let first = Handover(attempt: 1, messageSetID: "set-1", at: Clinic.at)
    static let last = Handover(attempt: 5, messageSetID: "set-5", at: Clinic.at)
}

extension EstimateDifference {
    static let gone = EstimateDifference.estimateMissing(deletedAt: nil)
}

extension Mismatch {
    static let gone = Mismatch(reference: Clinic.reference, differences: [.gone])
}

extension ExportState {
    static let rejected = ExportState.rejected(by: Person.approver.id, at: Clinic.at, comment: "Check line B.")
    static let retrieved = ExportState.retrieved(by: Person.manager.id, at: Clinic.at)
    static let synced = ExportState.synced(Clinic.reference, seenAt: Clinic.at)
    static let awaitingJobCosts = ExportState.awaitingJobCosts(Clinic.reference, writtenAt: Clinic.at)
    static let mismatched = ExportState.mismatched(.gone)

    /// One value of every state, in the order of their names.
    static func sample(_ name: Name) -> ExportState {
        switch name {
        case .readyToExport: .readyToExport
        case .invalid: .invalid(lost: ["the item 03-100"])
        case .queued: .exporting(.queued(attempts: 0))
        case .handedOut: .exporting(.handedOut(.first))
        case .unknown: .exporting(.unknown(.first))
        case .awaitingJobCosts: .awaitingJobCosts
        case .mismatched: .mismatched
        case .rewriteQueued: .rewriting(.queued(attempts: 0), .gone)
        case .rewriteHandedOut: .rewriting(.handedOut(.first), .gone)
        case .rewriteUnknown: .rewriting(.unknown(.first), .gone)
        case .synced: .synced
        case .failedToExport: .failedToExport(.final)
        case .rejected: .rejected
        case .retrieved: .retrieved
        }
    }
}

extension ExportEvent {
    static let refusedForNow = ExportEvent.refused(.passing)

    /// One value of every event; the refusal is one for good.
    static func sample(_ name: Name) -> ExportEvent {
        switch name {
        case .accepted: .accepted
        case .rejected: .rejected(by: Person.approver.id, at: Clinic.at, comment: "Check line B.")
        case .retrieved: .retrieved(by: Person.manager.id, at: Clinic.at)
        case .prerequisitesLost: .prerequisitesLost(["the job"])
        case .prerequisitesRestored: .prerequisitesRestored
        case .claimed: .claimed(messageSetID: "set-1", at: Clinic.at)
        case .written: .written(Clinic.reference, at: Clinic.at)
        case .refused: .refused(.final)
        case .answerLost: .answerLost
        case .provenAbsent: .provenAbsent
        case .readBackEqual: .readBackEqual(Clinic.reference, at: Clinic.at)
        case .readBackDiffers: .readBackDiffers(Clinic.reference, [.gone])
        case .exportedAgain: .exportedAgain
        case .kept: .kept(at: Clinic.at)
        case .rewriteOrdered: .rewriteOrdered
        }
    }
}
