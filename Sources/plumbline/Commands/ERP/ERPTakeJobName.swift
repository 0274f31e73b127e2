import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ERPTakeJobName: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "take-job-name", abstract: "Give a project the name that its job has in QuickBooks.")

    @Argument(help: "The project's number.")
    var project: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let named = try await scope.plumbline.takeJobName(
            nil, for: project, in: company.id, by: try await scope.person(of: company).id)
        return Report(["Project \(project) is called \(named.name), as its job is."], json: DoneJSON(done: "renamed"))
    }
}
