import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ERPKeepProjectName: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "keep-project-name",
        abstract: "Leave a project its name, where its job got another one in QuickBooks.")

    @Argument(help: "The project's number.")
    var project: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let kept = try await scope.plumbline.keepProjectName(
            nil, for: project, in: company.id, by: try await scope.person(of: company).id)
        return Report(["Project \(project) is still called \(kept.name)."], json: DoneJSON(done: "kept"))
    }
}
