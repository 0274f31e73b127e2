/// What can happen to an export.
package enum ExportEvent: Hashable, Sendable {
    case accepted
    case rejected(by: ID<Person>, at: Instant, comment: String)
    case retrieved(by: ID<Person>, at: Instant)
    case prerequisitesLost([String])
    case prerequisitesRestored
    /// The request is stored and leaves.
    case claimed(messageSetID: String, at: Instant)
    /// QuickBooks answered that it wrote, or the write was found in QuickBooks.
    case written(EstimateReference, at: Instant)
    /// QuickBooks refused; proven not written.
    case refused(ERPFault)
    /// The request left and no answer came.
    case answerLost
    /// Looked up in QuickBooks, and not there.
    case provenAbsent
    case readBackEqual(EstimateReference, at: Instant)
    case readBackDiffers(EstimateReference, [EstimateDifference])
    case exportedAgain
    /// An approver took over what stands in QuickBooks.
    case kept(at: Instant)
    /// An approver wants what was accepted to be written again.
    case rewriteOrdered
}
