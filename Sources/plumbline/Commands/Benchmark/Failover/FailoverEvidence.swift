import BudgetDomain
import BudgetOperations
import QuickBooksEmulators

/// All that is there to be seen of one firm when a run is over: what its people know, what the product shows, and what
/// QuickBooks holds.
struct FailoverEvidence: Sendable {
    var accepted: [Int: [AcceptedLine]]
    /// The estimates of the job.
    var estimates: [EstimateSnapshot]
    /// The estimates of the whole company file.
    var estimatesInFile: Int
    var exports: [Export]
    /// Sentences by which the gate refuses, none when it is open.
    var gateRefusals: [String]
    /// Lines that the product says it has read back, of those that it expects.
    var confirmed: Int
    var expected: Int
    var audit: [AuditEntry]
    var lastPoll: PollReport.Outcome?

    /// The acts that stay refused from Send until the read-back.
    static let guardedActs: [BudgetAct] = [.unlock, .send, .addLineItem, .createModification]

    static func gather(
        of firm: BenchmarkFirm, in plumbline: Plumbline, ledger: FailoverLedger
    ) async throws -> FailoverEvidence {
        let view = try await firm.view(in: plumbline)
        let exports = view.standing.exports
        let detail: ExportDetail? =
            exports.isEmpty
            ? nil
            : try await plumbline.exportDetail(of: BenchmarkFirm.project, in: firm.id, by: firm.approver.id)
        return FailoverEvidence(
            accepted: await ledger.accepted, estimates: firm.estimates, estimatesInFile: firm.books.estimates.count,
            exports: exports, gateRefusals: guardedActs.compactMap { view.restrictions.refusal(of: $0)?.sentence },
            confirmed: detail?.confirmed ?? 0, expected: detail?.expected ?? 0,
            audit: try await wholeAudit(of: firm.id, in: plumbline), lastPoll: await ledger.lastPoll)
    }

    private static func wholeAudit(of company: ID<Company>, in plumbline: Plumbline) async throws -> [AuditEntry] {
        var entries: [AuditEntry] = []
        while true {
            let page = try await plumbline.auditEntries(
                of: company, before: entries.last?.number, limit: Plumbline.mostAuditEntries)
            entries += page
            if page.count < Plumbline.mostAuditEntries { return entries.reversed() }
        }
    }
}
