import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ERPExportAgain: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "export-again", abstract: "Try a failed export again, after mending what QuickBooks named.")

    @Argument(help: "The project's number.")
    var project: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let export = try await scope.plumbline.exportAgain(
            of: project, in: company.id, by: try await scope.person(of: company).id)
        return Report(
            ["Export \(export.number) of \(project) goes with the next run of the QuickBooks Web Connector."],
            json: ExportJSON(export, project: project))
    }
}
