import BudgetDomain
import BudgetOperations
import MarkupBytes

extension HTML {
    /// What was found changed in QuickBooks, with its times. QuickBooks does not tell who changed it.
    static func drift(_ findings: [DriftFinding]) -> HTML {
        guard !findings.isEmpty else { return .nothing }
        return [
            .table(
                "What was found changed in QuickBooks",
                [
                    .text("Found"), .text("What"), .text("In order until"), .text("QuickBooks changed it"),
                    .text("Decided by"), .text("In order again"),
                ],
                rows: findings.map { finding in
                    [
                        .moment(finding.foundAt), what(finding), finding.soundAt.map { .moment($0) } ?? "–",
                        .text(finding.modifiedAt.map { Instant.toTheMinute(inQuickBooks: $0) } ?? "–"),
                        .text(finding.decision ?? "–"),
                        finding.resolvedAt.map { .moment($0) } ?? .badge("Not yet", .waiting),
                    ]
                }),
            .p(
                """
                Who changed it stands in QuickBooks' own report: Reports, Accountant & Taxes, Audit Trail.
                """),
        ]
    }

    private static func what(_ finding: DriftFinding) -> HTML {
        guard finding.isOlderCopy else { return .text(finding.difference.sentence) }
        return .text(
            "\(finding.difference.sentence) The estimate is older than when last read: a copy of the file was restored."
        )
    }
}
