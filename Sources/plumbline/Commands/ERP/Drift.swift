import ArgumentParser
import BudgetDomain
import BudgetOperations

struct Drift: PersonalVerb {
    static let configuration = CommandConfiguration(
        abstract: "List what was changed in QuickBooks after it was written and read back.",
        discussion: """
            Every reading of an estimate is compared with what was accepted. \
            `plumbline job-costs PROJECT --refresh` asks for a reading at the next run of the Web Connector; \
            without it one is made every two hours.
            """)

    @Argument(help: "The project's number; all projects without it.")
    var project: String?

    @Flag(help: "Also what is in order again.")
    var all = false

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let findings = try await scope.plumbline.drift(
            of: project, includesResolved: all, in: company.id, by: try await scope.person(of: company).id)
        return Self.report(of: findings, all: all)
    }

    static func report(of findings: [DriftFinding], all: Bool) -> Report {
        guard !findings.isEmpty else {
            return Report(
                [all ? "Nothing was ever found changed in QuickBooks." : "QuickBooks holds what was accepted."],
                json: [DriftFindingJSON]())
        }
        var blocks: [Report.Block] = []
        for finding in findings {
            blocks += [.line("\(finding.projectNumber): \(finding.difference.sentence)")]
            blocks += finding.facts.map { .line("  \($0)") }
        }
        if findings.contains(where: { $0.resolvedAt == nil }) {
            blocks += [
                .blank, "An accounting approver decides: `plumbline erp compare PROJECT`, then `erp keep` or",
                "`erp write-again`. QuickBooks does not tell who changed it; its Audit Trail report does",
                "(Reports, Accountant & Taxes, Audit Trail).",
            ]
        }
        return Report(blocks, json: findings.map(DriftFindingJSON.init))
    }
}

extension DriftFinding {
    fileprivate var facts: [String] {
        var facts = ["Found at \(foundAt.toTheMinute)" + (soundAt.map { ", in order at \($0.toTheMinute)." } ?? ".")]
        if let modifiedAt {
            facts.append("QuickBooks last changed the estimate at \(Instant.toTheMinute(inQuickBooks: modifiedAt)).")
        }
        if isOlderCopy { facts.append("The estimate was older than when last read: a copy of the file was restored.") }
        if let decision { facts.append("Decided by \(decision).") }
        if let resolvedAt { facts.append("In order again at \(resolvedAt.toTheMinute).") }
        return facts
    }
}

struct DriftFindingJSON: Encodable {
    let project: String
    let difference: String
    let foundAt: String
    let lastSoundAt: String?
    let modifiedInQuickBooksAt: String?
    let isOlderCopy: Bool
    let decision: String?
    let resolvedAt: String?

    init(_ finding: DriftFinding) {
        project = finding.projectNumber
        difference = finding.difference.sentence
        foundAt = finding.foundAt.iso
        lastSoundAt = finding.soundAt?.iso
        modifiedInQuickBooksAt = finding.modifiedAt
        isOlderCopy = finding.isOlderCopy
        decision = finding.decision
        resolvedAt = finding.resolvedAt?.iso
    }
}
