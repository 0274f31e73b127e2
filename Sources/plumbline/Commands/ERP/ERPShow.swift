import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ERPShow: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a project's latest export: its amounts and where it stands.")

    @Argument(help: "The project's number.")
    var project: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        return try Self.report(
            of: try await scope.plumbline.exportDetail(
                of: project, in: company.id, by: try await scope.person(of: company).id))
    }

    static func report(of detail: ExportDetail) throws -> Report {
        let export = detail.summary.export
        var blocks = try detail.budgetUpdates()
        blocks.append("Status: \(export.statusWord)")
        blocks += export.whereItStands.map(Report.Block.line)
        if export.state.isInQuickBooks {
            blocks.append("\(detail.confirmed) of \(detail.expected) lines are confirmed by reading them back.")
        }
        return Report(blocks, json: ExportDetailJSON(detail))
    }
}
