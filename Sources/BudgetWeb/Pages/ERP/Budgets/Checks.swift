import BudgetDomain
import MarkupBytes

extension HTML {
    /// The preflight: one row for each check.
    static func checks(_ preflight: Preflight) -> HTML {
        .table(
            "Checks",
            [
                .text("Check"), .text("Result"), .text("What was found"), .text("Known since"),
                .text("Who mends it, how"),
            ],
            rows: preflight.findings.map { finding in
                [
                    .text(finding.check.question), finding.verdict.badge, .text(finding.text),
                    finding.knownAt.map { .moment($0) } ?? "–", .text(finding.cure ?? "–"),
                ]
            })
    }
}

extension PreflightVerdict {
    var badge: HTML {
        switch self {
        case .sound: .badge("Sound", .good)
        case .warning: .badge("Look", .waiting)
        case .stops: .badge("Stops", .bad)
        case .unknown: .badge("Not known yet", .neutral)
        }
    }
}

extension Preflight {
    /// What the acceptance itself would be refused for, in sentences with their cures.
    var refusalSentences: [String] {
        findings.filter { $0.verdict == .stops && $0.check.refusesAcceptance }.map { finding in
            [finding.text, finding.cure].compactMap(\.self).joined(separator: " ")
        }
    }

    /// What QuickBooks would refuse for as it was last seen. It may be mended by now, so an approver may go on.
    var doubtful: [PreflightFinding] {
        findings.filter { $0.verdict == .stops && !$0.check.refusesAcceptance }
    }
}

extension PreflightCheck {
    fileprivate var refusesAcceptance: Bool {
        switch self {
        case .connection, .job, .items, .codes: true
        case .contact, .companyFile, .estimates, .currency, .closingDate, .lines, .differences: false
        }
    }
}
