/// What was found when the estimate in QuickBooks was not what was accepted, and what an approver decides on.
package struct Mismatch: Hashable, Sendable {
    package let reference: EstimateReference
    package let differences: [EstimateDifference]
    /// Why QuickBooks refused when ours was to be written again; nil when that was not tried.
    package let refusal: ERPFault?

    package init(reference: EstimateReference, differences: [EstimateDifference], refusal: ERPFault? = nil) {
        self.reference = reference
        self.differences = differences
        self.refusal = refusal
    }

    /// Whether there is no estimate to compare with.
    package var isEstimateMissing: Bool {
        differences.contains { difference in
            if case .estimateMissing = difference { true } else { false }
        }
    }

    /// Whether a later look found the very differences that were decided on. When an estimate was deleted is learnt by
    /// one query and not by another, and makes no other difference of it.
    package func isDecided(for found: [EstimateDifference]) -> Bool {
        differences.map(\.withoutTimes) == found.map(\.withoutTimes)
    }

    func refused(_ fault: ERPFault) -> Mismatch {
        Mismatch(reference: reference, differences: differences, refusal: fault)
    }
}
