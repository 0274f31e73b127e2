import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ProjectAdd: Verb {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a project with an empty budget.")

    @Argument(help: "The project's number, by which commands name it.")
    var number: String

    @Argument(help: "The project's name, which becomes the QuickBooks job's name.")
    var name: String

    @Flag(help: "Keep the project out of accounting.")
    var notIntegrated = false

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let project = try await scope.plumbline.addProject(
            to: company.id, number: number, name: name, isERPIntegrated: !notIntegrated,
            by: try await scope.actor(of: company))
        return Report(
            [
                "Added project \(project.number) \(project.name).",
                "Next: `plumbline budget import \(project.number) FILE --as EMAIL`.",
            ],
            json: AddedProjectJSON(
                number: project.number, name: project.name, isERPIntegrated: project.isERPIntegrated))
    }
}

struct AddedProjectJSON: Encodable {
    let number: String
    let name: String
    let isERPIntegrated: Bool
}
