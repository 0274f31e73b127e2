import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ProjectRename: Verb {
    static let configuration = CommandConfiguration(commandName: "rename", abstract: "Give a project another name.")

    @Argument(help: "The project's number.")
    var number: String

    @Argument(help: "The new name. A job that QuickBooks has keeps its own.")
    var name: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        try await scope.plumbline.renameProject(
            number, to: name, in: company.id, by: try await scope.actor(of: company))
        return Report(["Project \(number) is now called \(name)."], json: DoneJSON(done: "renamed"))
    }
}
