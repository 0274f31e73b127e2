import ArgumentParser
import BudgetDomain
import BudgetOperations

struct BudgetLock: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "lock", abstract: "Lock the budget: the original amounts freeze, and it can be sent.")

    @Argument(help: "The project's number.")
    var project: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        try await scope.plumbline.lockBudget(
            of: project, in: company.id, by: try await scope.person(of: company).id)
        return Report(
            ["The budget of \(project) is locked.", "Next: `plumbline budget send \(project) --as EMAIL`."],
            json: DoneJSON(done: "locked"))
    }
}
