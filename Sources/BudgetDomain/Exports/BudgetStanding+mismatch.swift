extension BudgetStanding {
    /// Decides that what was accepted is written again onto the estimate that differs.
    package func rewriting(by person: Person) throws(Refused) -> Export {
        var export = try mismatched(decidedBy: person).export
        export.state = try ExportLifecycle.next(export.state, on: .rewriteOrdered)
        return export
    }

    /// Decides that what stands in QuickBooks is taken into the budget.
    /// - Parameters:
    ///   - reading: the estimate as it was last read, in which the differences were found.
    ///   - itemListID: the item that a budget code's lines carry; nil when it has none.
    package func keeping(
        _ reading: EstimateReading?, expected: [JobCostGate.Expected], itemListID: (BudgetCode) -> String?,
        by person: Person, at instant: Instant
    ) throws(Refused) -> (export: Export, adoption: Adoption) {
        var (export, mismatch) = try mismatched(decidedBy: person)
        guard let reading, !mismatch.isEstimateMissing else { throw Refused(.nothingIsThereToKeep) }
        let adoption = try Adoption(
            mismatch.differences, in: reading, expected: expected, budget: budget, itemListID: itemListID)
        export.state = try ExportLifecycle.next(export.state, on: .kept(at: instant))
        return (export, adoption)
    }

    private func mismatched(decidedBy person: Person) throws(Refused) -> (export: Export, mismatch: Mismatch) {
        try person.require(.acceptOrRejectExport)
        guard let export = openExport, case .mismatched(let mismatch) = export.state else {
            throw Refused(.nothingDiffers)
        }
        guard !settings.senderMayNotApprove || export.sentBy != person.id else {
            throw Refused(.senderMayNotApprove(person: person.name))
        }
        return (export, mismatch)
    }
}
