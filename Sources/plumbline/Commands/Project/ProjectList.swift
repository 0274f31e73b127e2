import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ProjectList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the projects, where each stands with QuickBooks and what it is worth.")

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        return try Self.report(of: try await scope.plumbline.projects(of: company.id), in: company.currency)
    }

    static func report(of projects: [ProjectSummary], in currency: Currency) throws -> Report {
        let original = try Money.sum(projects.map(\.originalTotal), in: currency)
        let revised = try Money.sum(projects.map(\.revisedTotal), in: currency)
        let table = Table(
            [
                .text("Project"), .prose("Name"), .text("Job"), .text("Budget"), .text("ERP status"),
                .figure("Lines"), .figure("Original"), .figure("Revised"),
            ],
            rows: projects.map { summary in
                [
                    summary.project.number, summary.project.name, summary.project.job.word,
                    summary.isLocked ? "locked" : "unlocked", summary.erpStatus.rawValue, String(summary.lineCount),
                    summary.originalTotal.formatted, summary.revisedTotal.formatted,
                ]
            },
            footer: ["Total \(currency)", "", "", "", "", "", original.formatted, revised.formatted])
        let failures = projects.flatMap { $0.project.job.failureLines(of: "The job of project \($0.project.number)") }
        return Report([.table(table)] + failures, json: projects.map(ProjectJSON.init))
    }
}

struct ProjectJSON: Encodable {
    let number: String
    let name: String
    let isERPIntegrated: Bool
    let isLocked: Bool
    let job: String
    let jobName: String?
    let erpStatus: String
    let lines: Int
    let original: MoneyJSON
    let revised: MoneyJSON

    init(_ summary: ProjectSummary) {
        number = summary.project.number
        name = summary.project.name
        isERPIntegrated = summary.project.isERPIntegrated
        isLocked = summary.isLocked
        job = summary.project.job.word
        jobName = summary.project.job.reference?.fullName
        erpStatus = summary.erpStatus.rawValue
        lines = summary.lineCount
        original = MoneyJSON(summary.originalTotal)
        revised = MoneyJSON(summary.revisedTotal)
    }
}

extension ListSync {
    /// Why QuickBooks refused a job or an item, and who can mend it.
    func failureLines(of name: String) -> [Report.Block] {
        switch self {
        case .notSynced, .requested, .synced: []
        case .failed(_, let fault): [.line("\(name) failed: \(fault.text)"), .line("  → \(fault.cure)")]
        }
    }

    /// Where a job or an item stands with QuickBooks, in one word or two.
    var word: String {
        switch self {
        case .notSynced: "not synced"
        case .requested: "requested"
        case .synced: "synced"
        case .failed: "failed"
        }
    }
}
