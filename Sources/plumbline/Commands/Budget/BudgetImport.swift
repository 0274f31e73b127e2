import ArgumentParser
import BudgetDomain
import BudgetOperations

struct BudgetImport: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Import a budget file: all of it, or nothing and every problem.",
        discussion: """
            New budget codes are added and the amounts of known ones overwritten; nothing is deleted. The file that \
            Procore's budget page exports is read as it is.
            """)

    @Argument(help: "The project's number.")
    var project: String

    @Argument(help: "The file: comma-, semicolon- or tab-separated text.")
    var file: String

    @Flag(help: "Add the cost codes that the company does not have yet.")
    var addCostCodes = false

    @Option(
        name: .customLong("column"),
        help: ArgumentHelp("Which header holds a column, for example amount=Subtotal.", valueName: "column=header"))
    var columns: [ColumnOverride<BudgetColumn>] = []

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let person = try await scope.person(of: company)
        let bytes = try InputFile.read(file)
        scope.terminal.progress("Reading \(file), \(bytes.count) bytes…")
        let outcome = try await scope.plumbline.importBudget(
            file: bytes, named: file.split(separator: "/").last.map(String.init), overrides: columns.byColumn(),
            addsCostCodes: addCostCodes, into: project, in: company.id, by: person.id)
        switch outcome {
        case .problems(let problems, let unlisted):
            return ImportProblems(problems: problems, unlisted: unlisted).report(
                of: file, advice: addCostCodes ? nil : Self.costCodeAdvice)
        case .imported(let summary):
            return Self.report(of: summary, project: project)
        }
    }

    private static let costCodeAdvice = "Cost codes that the company does not have yet come in with --add-cost-codes."

    static func report(of summary: BudgetImportSummary, project: String) -> Report {
        var blocks: [Report.Block] = [
            """
            Imported into the budget of \(project): \(summary.added) lines added, \(summary.changed) changed, \
            \(summary.unchanged) unchanged.
            """
        ]
        if summary.costCodesAdded > 0 { blocks.append("\(summary.costCodesAdded) cost codes added.") }
        blocks += summary.notes.map { note in .line((note.row.map { "Row \($0): " } ?? "Note: ") + note.text) }
        blocks.append("The original budget is now \(summary.total.description).")
        blocks.append("Next: `plumbline budget lock \(project) --as EMAIL`.")
        return Report(blocks, json: BudgetImportJSON(summary))
    }
}

struct BudgetImportJSON: Encodable {
    let added: Int
    let changed: Int
    let unchanged: Int
    let costCodesAdded: Int
    let total: MoneyJSON
    let notes: [Note]

    struct Note: Encodable {
        let row: Int?
        let text: String
    }

    init(_ summary: BudgetImportSummary) {
        added = summary.added
        changed = summary.changed
        unchanged = summary.unchanged
        costCodesAdded = summary.costCodesAdded
        total = MoneyJSON(summary.total)
        notes = summary.notes.map { Note(row: $0.row, text: $0.text) }
    }
}
