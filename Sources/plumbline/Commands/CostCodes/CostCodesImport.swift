import ArgumentParser
import BudgetDomain
import BudgetOperations

struct CostCodesImport: Verb {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Import a list of cost codes: all of it, or nothing and every problem.")

    @Argument(help: "The file: comma-, semicolon- or tab-separated text.")
    var file: String

    @Option(
        name: .customLong("column"),
        help: ArgumentHelp("Which header holds a column: code, title, tier1 … tier5.", valueName: "column=header"))
    var columns: [ColumnOverride<CostCodeColumn>] = []

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let bytes = try InputFile.read(file)
        switch CostCodeFile.read(bytes: bytes, overrides: columns.byColumn()) {
        case .refused(let problems, let unlisted):
            return ImportProblems(problems: problems, unlisted: unlisted).report(of: file)
        case .costCodes(let codes):
            scope.terminal.progress("Read \(codes.count) cost codes; storing them…")
            let added = try await scope.plumbline.addCostCodes(
                CostCodeDraft.drafts(of: codes), to: company.id, by: try await scope.actor(of: company))
            return Report(
                ["Added \(added) cost codes. The file has \(codes.count)."], json: AddedCostCodesJSON(added: added))
        }
    }
}

extension CostCodeDraft {
    /// The codes of a list and the tiers above them, each once and below the tier that holds it.
    static func drafts(of codes: [ImportedCostCode]) -> [CostCodeDraft] {
        let listed = Dictionary(codes.map { ($0.code, $0.title) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<String> = []
        var drafts: [CostCodeDraft] = []
        for code in codes {
            var parent: String?
            let path = code.tiers.map { ($0.code, $0.title ?? listed[$0.code] ?? $0.code) } + [(code.code, code.title)]
            for (step, title) in path {
                if seen.insert(step).inserted {
                    drafts.append(CostCodeDraft(code: step, title: listed[step] ?? title, parentCode: parent))
                }
                parent = step
            }
        }
        return drafts
    }
}
