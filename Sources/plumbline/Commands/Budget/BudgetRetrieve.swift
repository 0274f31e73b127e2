import ArgumentParser
import BudgetDomain
import BudgetOperations

struct BudgetRetrieve: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "retrieve", abstract: "Take back what was sent, before an approver accepts it.")

    @Argument(help: "The project's number.")
    var project: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let export = try await scope.plumbline.retrieveBudget(
            of: project, in: company.id, by: try await scope.person(of: company).id)
        return Report(
            ["Retrieved: export \(export.number) of \(project) will not go to QuickBooks."],
            json: ExportJSON(export, project: project))
    }
}
