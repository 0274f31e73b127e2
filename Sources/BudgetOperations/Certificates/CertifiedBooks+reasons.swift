import BudgetDomain

extension CertifiedBooks {
    /// Why the sides differ, and what is on its way: one sentence each.
    func reasons() throws -> [String] {
        var reasons = exports.compactMap(reason)
        if estimate.sighting?.reading == nil { reasons.append("QuickBooks had no estimate of this project.") }
        reasons += (gate?.differences ?? []).map(\.sentence)
        reasons += try typedReasons()
        if let open = standing.openExport, !exports.contains(where: { $0.export.id == open.id }) {
            reasons.append("Export \(open.number) waits for its approver.")
        }
        let drafts = try UnsyncedTransactions.drafts(
            of: standing.budget, exported: approved.flatMap(\.transactions), costTypeNames: [:])
        if !drafts.isEmpty {
            let sum = try Money.sum(drafts.map(\.amount), in: currency).formatted
            reasons.append("\(drafts.count) amounts of the budget, \(sum) in all, were not approved yet.")
        }
        return reasons
    }

    private func reason(_ each: ExportRecord) -> String? {
        let export = "Export \(each.export.number)"
        switch each.export.state {
        case .exporting(.queued): return "\(export) is accepted and waits for the Web Connector."
        case .exporting(.handedOut): return "\(export) is on its way to QuickBooks, which has not answered yet."
        case .exporting(.unknown): return "\(export) left, and its answer was lost: QuickBooks may hold it."
        case .awaitingJobCosts(_, let writtenAt):
            return "\(export) was written at \(writtenAt.iso) and not read back since."
        case .rewriting: return "\(export) is being written again onto the estimate that differs."
        case .failedToExport(let fault): return "\(export) was refused by QuickBooks: \(fault.text)"
        case .rejected: return "\(export) failed and was then rejected: its amounts are not approved."
        case .mismatched, .synced, .readyToExport, .invalid, .retrieved: return nil
        }
    }

    private func typedReasons() throws -> [String] {
        let marks = Set(approved.flatMap(\.transactions).map(\.mark))
        let typed = (estimate.sighting?.reading?.lines ?? []).filter { $0.mark.map(marks.contains) != true }
        guard !typed.isEmpty else { return [] }
        let sum = try Money.sum(typed.map(\.amount), in: currency).formatted
        let lines = typed.count == 1 ? "1 line" : "\(typed.count) lines"
        return ["\(lines), \(sum) in all, typed into the estimate in QuickBooks."]
    }
}
