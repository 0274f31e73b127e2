import BudgetDomain
import BudgetOperations
import QBXML

/// Reads the look at an estimate onto which ours is to be written again: it is done only if QuickBooks still holds
/// what the approver decided on.
struct EstimateToRewrite {
    let export: ExportToWrite
    let mismatch: Mismatch
    let work: OutstandingWork
    let now: Instant
    let text: String

    func interpret(_ set: QBXMLResponseSet, into result: inout Interpretation) {
        let found = FoundEstimate.pick(export.estimate, from: set)
        let sighting: EstimateSighting
        let gate: JobCostGate
        do {
            let reading = try found.map { ret throws(TranslationFault) in
                try EstimateTranslation.reading(of: ret, currency: work.company.currency)
            }
            let deletedAt = FoundEstimate.deletionTime(of: export.estimate, in: set)
            sighting = reading.map { .found($0) } ?? .gone(deletedAt: deletedAt)
            gate = try JobCostGate(expected: export.expected, job: export.project.job.reference, sighting: sighting)
        } catch {
            let fault = (error as? MoneyFault).map { TranslationFault.money($0) } ?? error as? TranslationFault
            result.goesOn = false
            result.state.lastError = FaultCatalogue.notice(
                FaultCatalogue.fault(
                    translation: fault ?? .incomplete(field: "estimate"), doing: "looking up the estimate"))
            return
        }
        let id = export.export.id
        result.state.foundEstimates[id.text] = found == nil ? "" : text
        if gate.isOpen, let reading = sighting.reading {
            // Written by a request whose answer was lost, or put right in QuickBooks meanwhile.
            result.outcomes.append(.export(id, .written(reading.reference, at: now)))
            result.settle(export, in: work, answer: text)
        } else if mismatch.isDecided(for: gate.differences) {
            guard export.isFateUnknown, work.nothingMayYetBeWritten(of: export) else { return }
            result.outcomes.append(.export(id, .provenAbsent))
            result.settle(export, in: work, answer: text)
        } else if export.isQueued || work.nothingMayYetBeWritten(of: export) {
            let reference = sighting.reading?.reference ?? mismatch.reference
            result.outcomes.append(.estimateRead(export.project.id, sighting))
            result.outcomes.append(.export(id, .readBackDiffers(reference, gate.differences)))
            result.settle(export, in: work, answer: text)
        }
    }
}
