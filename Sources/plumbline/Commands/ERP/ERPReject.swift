import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ERPReject: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "Give what was sent back to the project team.")

    @Argument(help: "The project's number.")
    var project: String

    @Option(help: "What has to be corrected.")
    var comment: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let export = try await scope.plumbline.rejectExport(
            of: project, comment: comment, in: company.id, by: try await scope.person(of: company).id)
        return Report(
            ["Rejected: export \(export.number) of \(project) goes back to the project team."],
            json: ExportJSON(export, project: project))
    }
}
