import BudgetDomain
import Testing

@Suite struct ERPStatusTests {
    @Test(
        arguments: [
            ([], "Not in ERP"),
            ([.readyToExport], "Ready to Export"),
            ([.invalid], "Invalid"),
            ([.queued], "Exporting"),
            ([.handedOut], "Exporting"),
            ([.unknown], "Exporting"),
            ([.awaitingJobCosts], "Exporting"),
            ([.mismatched], "Exporting"),
            ([.failedToExport], "Failed to Export"),
            ([.synced], "Synced"),
            ([.rejected], "Rejected"),
            ([.retrieved], "Not in ERP"),
            ([.rejected, .retrieved], "Not in ERP"),
            ([.rejected, .readyToExport], "Ready to Export"),
            ([.synced, .rejected], "Synced"),
            ([.synced, .retrieved], "Synced"),
            ([.rejected, .synced, .queued], "Exporting"),
            ([.synced, .failedToExport], "Failed to Export"),
        ] as [([ExportState.Name], String)])
    func `follows from the exports`(names: [ExportState.Name], status: String) {
        let exports = names.enumerated().map { Clinic.export(.sample($1), number: $0 + 1) }

        #expect(ERPStatus(exports: exports).rawValue == status)
    }
}
