import BudgetDomain
import BudgetOperations
import QBXML

/// Builds the one request that writes an accepted export: an EstimateAdd for the first, an EstimateMod that keeps
/// every line that is there and appends ours for an update.
struct EstimateRequest {
    let work: OutstandingWork
    let state: SessionState
    let now: Instant

    func prepare(export id: String, messageSet: String) throws(QBXMLFault) -> PreparedRequest? {
        guard let export = work.exports.first(where: { $0.export.id.text == id }) else { return nil }
        do {
            let message = try message(for: export)
            let set = QBXMLRequestSet(
                onError: .stop, newMessageSetID: messageSet, requests: [QBXMLRequest(requestID: "1", message)])
            let bytes = try set.encoded()
            let stored = MessageSet(
                id: messageSet, purpose: .estimate, subject: id, request: String(decoding: bytes, as: UTF8.self),
                state: .handedOut)
            return PreparedRequest(
                bytes: bytes,
                outcomes: [
                    .handedOut(stored), .export(export.export.id, .claimed(messageSetID: messageSet, at: now)),
                ])
        } catch let fault as OwnFaultRaised {
            return refused(export, FaultCatalogue.fault(fault.fault))
        } catch let fault as TranslationFault {
            return refused(export, FaultCatalogue.fault(translation: fault, doing: "writing the estimate"))
        } catch let fault as QBXMLFault {
            return refused(export, FaultCatalogue.fault(unwritable: fault, doing: "writing the estimate"))
        } catch {
            return refused(
                export, FaultCatalogue.fault(translation: .incomplete(field: "estimate"), doing: "writing the estimate")
            )
        }
    }

    /// Nothing leaves; the export fails with the reason.
    private func refused(_ export: ExportToWrite, _ fault: ERPFault) -> PreparedRequest {
        PreparedRequest(bytes: [], outcomes: [.export(export.export.id, .refused(fault))])
    }

    private struct OwnFaultRaised: Error {
        let fault: OwnFault
    }

    private func message(for export: ExportToWrite) throws -> RequestMessage {
        guard let job = export.project.job.reference else {
            throw OwnFaultRaised(fault: .jobMissing(name: export.project.name))
        }
        let lines = try export.transactions.map { line in
            guard let item = line.itemListID else {
                throw OwnFaultRaised(fault: .itemMissing(name: line.transaction.code.costCodeText))
            }
            return EstimateLine(
                itemListID: item, description: TextTranslation.description(line.transaction.draft.description).text,
                amount: line.transaction.amount, mark: line.transaction.mark)
        }
        switch export.export.kind {
        case .original:
            // Looked for and not there: nothing else may make a new estimate.
            guard state.foundEstimates[export.export.id.text] == "" else {
                throw TranslationFault.incomplete(field: "EditSequence")
            }
            guard let guid = ExternalGUID(export.estimate.guid) else {
                throw TranslationFault.incomplete(field: "ExternalGUID")
            }
            return .estimateAdd(
                try EstimateTranslation.add(
                    job: job, date: now.date, number: export.estimate.number, guid: guid,
                    memo: TextTranslation.description(
                        "Budget of project \(export.project.number) \(export.project.name)"
                    ).text,
                    lines: lines))
        case .update:
            guard let answer = state.foundEstimates[export.export.id.text],
                let found = try FoundEstimate.read(answer, of: export.estimate)
            else {
                throw OwnFaultRaised(fault: .estimateMissing(number: export.estimate.number))
            }
            return .estimateMod(try EstimateTranslation.update(existing: found, appending: lines))
        }
    }
}
