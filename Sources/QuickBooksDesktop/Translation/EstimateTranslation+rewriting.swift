import BudgetDomain
import QBXML

extension EstimateTranslation {
    /// Writes lines of ours again onto an estimate that QuickBooks holds: each is set right where it stands, appended
    /// where it is missing, and left out where it stands once more. Everything else stays as it is, texts included.
    ///
    /// - Parameters:
    ///   - job: the job to which the estimate goes back; nil when it stands there.
    ///   - lines: those that differ.
    static func rewriting(
        existing: EstimateRet, job: ListReference?, lines: [EstimateLine]
    ) throws(TranslationFault) -> EstimateMod {
        guard !existing.lines.isEmpty else { throw .linesNotRead }
        var change = EstimateMod()
        change.txnID = try required(existing.txnID, "TxnID")
        change.editSequence = try required(existing.editSequence, "EditSequence")
        change.customerRef = job.map { QBRef(listID: $0.listID) }
        let wanted = Dictionary(lines.map { ($0.mark, $0) }, uniquingKeysWith: { first, _ in first })
        var written: Set<String> = []
        for entry in existing.lines {
            guard case .line(let line) = entry, let mark = mark(of: line), let ours = wanted[mark] else {
                try refuseInGroup(entry, wanted)
                change.lines.append(try kept(entry))
                continue
            }
            guard written.insert(mark).inserted else { continue }
            change.lines.append(.line(try corrected(line, as: ours)))
        }
        for line in lines where !written.contains(line.mark) {
            change.lines.append(.line(EstimateLineMod(adding: try content(of: line))))
        }
        return change
    }

    private static func corrected(
        _ line: EstimateLineRet, as ours: EstimateLine
    ) throws(TranslationFault) -> EstimateLineMod {
        var content = try content(of: ours)
        // The text was not compared, so it is nobody's decision.
        content.desc = nil
        let id = try required(line.txnLineID, "TxnLineID")
        return EstimateLineMod {
            $0.txnLineID = id
            $0.content = content
        }
    }

    private static func refuseInGroup(
        _ entry: EstimateLineOrGroupRet, _ wanted: [String: EstimateLine]
    ) throws(TranslationFault) {
        guard case .group(let group) = entry else { return }
        if let mark = group.lines.lazy.compactMap(mark(of:)).first(where: { wanted[$0] != nil }) {
            throw .lineInsideGroup(mark)
        }
    }
}
