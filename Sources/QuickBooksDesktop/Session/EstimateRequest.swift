import BudgetDomain
import BudgetOperations
import QBXML

/// Builds the one request that writes an accepted export: an EstimateAdd for the first, an EstimateMod that keeps
/// every line that is there and appends ours for an update, or sets ours right where an approver decided so.
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
        if case .rewriting(_, let mismatch) = export.export.state { return try again(export, mismatch) }
        let lines = try export.transactions.map { line in
            try estimateLine(
                item: line.itemListID, code: line.transaction.code.costCodeText,
                description: line.transaction.draft.description, amount: line.transaction.amount,
                mark: line.transaction.mark)
        }
        switch export.export.kind {
        case .original:
            // Looked for and not there: nothing else may make a new estimate.
            guard state.foundEstimates[export.export.id.text] == "" else {
                throw TranslationFault.incomplete(field: "EditSequence")
            }
            return try newEstimate(of: export, lines: lines)
        case .update:
            guard let found = try found(export) else {
                throw OwnFaultRaised(fault: .estimateMissing(number: export.estimate.number))
            }
            return .estimateMod(try EstimateTranslation.update(existing: found, appending: lines))
        case .adoption:
            throw TranslationFault.noLines
        }
    }

    /// What was accepted, written again: onto the estimate that was found, or as a new one where none was.
    private func again(_ export: ExportToWrite, _ mismatch: Mismatch) throws -> RequestMessage {
        let marks = Set(mismatch.differences.compactMap(\.mark))
        let expected = try ExpectedLine.lines(of: export.expected).filter { !$0.mayBeAbsent }
        guard let found = try found(export) else {
            guard mismatch.isEstimateMissing, state.foundEstimates[export.export.id.text] == "" else {
                throw OwnFaultRaised(fault: .estimateMissing(number: export.estimate.number))
            }
            return try newEstimate(of: export, lines: try expected.map(estimateLine))
        }
        let isElsewhere = mismatch.differences.contains { difference in
            if case .jobDiffers = difference { true } else { false }
        }
        return .estimateMod(
            try EstimateTranslation.rewriting(
                existing: found, job: isElsewhere ? try job(of: export) : nil,
                lines: try ExpectedLine.lines(of: export.expected).filter { marks.contains($0.mark) }
                    .map(estimateLine)))
    }

    private func found(_ export: ExportToWrite) throws -> EstimateRet? {
        guard let answer = state.foundEstimates[export.export.id.text] else { return nil }
        return try FoundEstimate.read(answer, of: export.estimate)
    }

    private func newEstimate(of export: ExportToWrite, lines: [EstimateLine]) throws -> RequestMessage {
        guard let guid = ExternalGUID(export.estimate.guid) else {
            throw TranslationFault.incomplete(field: "ExternalGUID")
        }
        return .estimateAdd(
            try EstimateTranslation.add(
                job: try job(of: export), date: now.date, number: export.estimate.number, guid: guid,
                memo: TextTranslation.description(
                    "Budget of project \(export.project.number) \(export.project.name)"
                ).text,
                lines: lines))
    }

    private func job(of export: ExportToWrite) throws -> ListReference {
        guard let job = export.project.job.reference else {
            throw OwnFaultRaised(fault: .jobMissing(name: export.project.name))
        }
        return job
    }

    private func estimateLine(_ line: ExpectedLine) throws -> EstimateLine {
        try estimateLine(
            item: line.itemListID, code: line.code, description: line.description, amount: line.amount,
            mark: line.mark)
    }

    private func estimateLine(
        item: String?, code: String, description: String, amount: Money, mark: String
    ) throws -> EstimateLine {
        guard let item else { throw OwnFaultRaised(fault: .itemMissing(name: code)) }
        return EstimateLine(
            itemListID: item, description: TextTranslation.description(description).text, amount: amount, mark: mark)
    }
}
