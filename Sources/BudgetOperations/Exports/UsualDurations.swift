import BudgetDomain
import SQLDatabase

/// How long each stage took for the company's latest exports that arrived: the median, in seconds. Nil for a stage of
/// which nothing is known yet.
package struct UsualDurations: Hashable, Sendable {
    /// From sent to accepted.
    package let toAccept: Int64?
    /// From accepted to handed out.
    package let toHandOut: Int64?
    /// From handed out to written.
    package let toWrite: Int64?
    /// From written to visible in job costs.
    package let toReadBack: Int64?

    /// The middle one; of an even number, the earlier of the two in the middle.
    static func median(_ seconds: [Int64]) -> Int64? {
        seconds.isEmpty ? nil : seconds.sorted()[(seconds.count - 1) / 2]
    }
}

extension Transaction {
    /// More tell nothing new of how long it takes these days.
    private static let exportsLookedAt = 50

    func usualDurations(in company: Company) throws -> UsualDurations {
        let rows = try rows(
            """
            SELECT e.id, e.budget_id, e.number, e.kind, e.sent_by, e.sent_at, e.state, e.detail, e.accepted_at,
                \(Self.writeMoments)
            FROM exports e WHERE e.company_id = $1 AND e.state = 'synced' AND e.kind <> 'adoption'
            ORDER BY e.sent_at DESC, e.number DESC LIMIT $2
            """, [.text(company.id.text), SQLValue(Self.exportsLookedAt)])
        var spans: [[Int64]] = [[], [], [], []]
        for row in rows {
            let export = try Self.export(row, in: company)
            guard case .synced(_, let seenAt) = export.state else { continue }
            let moments = [
                export.sentAt, try row.instant("accepted_at"), try row.instant("handed_out_at"),
                try row.instant("answered_at"), seenAt,
            ]
            for (stage, (from, to)) in zip(moments, moments.dropFirst()).enumerated() {
                if let from, let to { spans[stage].append(max(0, to.seconds(since: from))) }
            }
        }
        let medians = spans.map(UsualDurations.median)
        return UsualDurations(
            toAccept: medians[0], toHandOut: medians[1], toWrite: medians[2], toReadBack: medians[3])
    }
}
