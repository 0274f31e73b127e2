import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ERPCompare: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract:
            "Compare a budget with its estimate, line by line: as accepted, as approved now, as QuickBooks has it.",
        discussion: """
            For a budget that QuickBooks does not hold as it was accepted. An accounting approver then decides with \
            `plumbline erp keep` or `plumbline erp write-again`; a bookkeeper may also put it right in QuickBooks.
            """)

    @Argument(help: "The project's number.")
    var project: String

    @Flag(help: "Show every line, not only those that differ.")
    var all = false

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let comparison = try await scope.plumbline.comparison(
            of: project, in: company.id, by: try await scope.person(of: company).id)
        return Self.report(of: comparison, project: project, all: all)
    }

    static func report(of comparison: EstimateComparison, project: String, all: Bool) -> Report {
        let shown = comparison.lines.filter { all || $0.isDifferent }
        var blocks: [Report.Block] = [
            .line("Export \(comparison.export.number) of \(project): \(comparison.export.statusWord)"),
            .line(readSentence(of: comparison)), .blank,
        ]
        if shown.isEmpty {
            blocks.append("All \(comparison.lines.count) lines are in QuickBooks as they were accepted.")
        } else {
            blocks += [.table(table(of: shown)), .blank]
        }
        blocks += comparison.differences.map { .line($0.sentence) }
        if !comparison.foreignLines.isEmpty {
            let count = comparison.foreignLines.count
            blocks.append(
                .line("\(count) line\(count == 1 ? "" : "s") typed in QuickBooks stay\(count == 1 ? "s" : "") as is."))
        }
        if case .mismatched = comparison.export.state { blocks += [.blank] + cures(of: project) }
        return Report(blocks, json: EstimateComparisonJSON(comparison, project: project))
    }

    private static func readSentence(of comparison: EstimateComparison) -> String {
        guard let readAt = comparison.readAt else { return "QuickBooks has not been read yet." }
        let changed = comparison.modifiedAt.map {
            "; QuickBooks last changed the estimate at \(Instant.toTheMinute(inQuickBooks: $0))"
        }
        return "QuickBooks was read at \(readAt.toTheMinute)\(changed ?? "")."
    }

    private static func table(of lines: [EstimateComparison.Line]) -> Table {
        Table(
            [
                .text("Budget code"), .figure("Accepted"), .figure("Approved now"), .figure("In QuickBooks"),
                .prose("Item there"),
            ],
            rows: lines.map { line in
                [
                    line.code, line.accepted.formatted, line.approved.formatted, line.inQuickBooks?.formatted ?? "–",
                    line.otherItem ?? "",
                ]
            })
    }

    private static func cures(of project: String) -> [Report.Block] {
        [
            "Until this is decided the budget stays closed. One of these:",
            .line(
                "  plumbline erp keep \(project)         take what QuickBooks holds into the budget, as modifications"),
            .line("  plumbline erp write-again \(project)  write the approved amounts onto the estimate again"),
            "  or put it right in QuickBooks; the next reading opens the budget.",
        ]
    }
}

struct EstimateComparisonJSON: Encodable {
    struct Line: Encodable {
        let budgetCode: String
        let accepted: MoneyJSON
        let approved: MoneyJSON
        let inQuickBooks: MoneyJSON?
        let otherItem: String?
        let differs: Bool
    }

    let export: ExportJSON
    let lines: [Line]
    let differences: [String]
    let foreignLines: Int
    let readAt: String?
    let modifiedInQuickBooksAt: String?

    init(_ comparison: EstimateComparison, project: String) {
        export = ExportJSON(comparison.export, project: project)
        lines = comparison.lines.map { line in
            Line(
                budgetCode: line.code, accepted: MoneyJSON(line.accepted), approved: MoneyJSON(line.approved),
                inQuickBooks: line.inQuickBooks.map { MoneyJSON($0) }, otherItem: line.otherItem,
                differs: line.isDifferent)
        }
        differences = comparison.differences.map(\.sentence)
        foreignLines = comparison.foreignLines.count
        readAt = comparison.readAt?.iso
        modifiedInQuickBooksAt = comparison.modifiedAt
    }
}
