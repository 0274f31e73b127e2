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
        let person = try await scope.person(of: company)
        return try Self.report(
            of: try await scope.plumbline.exportDetail(of: project, in: company.id, by: person.id),
            preview: try await scope.plumbline.exportPreview(of: project, in: company.id, by: person.id))
    }

    /// - Parameter preview: its preflight is told while the export is still to be written.
    static func report(of detail: ExportDetail, preview: ExportPreview) throws -> Report {
        let export = detail.summary.export
        var blocks = try detail.budgetUpdates()
        blocks.append("Status: \(export.statusWord)")
        blocks += export.whereItStands.map(Report.Block.line)
        if export.state.isInQuickBooks {
            blocks.append("\(detail.confirmed) of \(detail.expected) lines are confirmed by reading them back.")
        }
        if !preview.estimate.added.isEmpty {
            blocks += Wrapped.blocks("", preview.preflight.summary)
            blocks.append("Line by line: `plumbline erp preview \(detail.summary.projectNumber)`.")
        }
        return Report(blocks, json: ExportDetailJSON(detail))
    }
}
