import ArgumentParser
import BudgetDomain
import BudgetOperations

struct BudgetDeleteLine: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "delete-line", abstract: "Delete a budget line item that nothing depends on.")

    @Argument(help: "The project's number.")
    var project: String

    @Argument(help: "The line's budget code, for example 03-100.L.")
    var budgetCode: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        try await scope.plumbline.deleteLineItem(
            budgetCode, on: project, in: company.id, by: try await scope.person(of: company).id)
        return Report(["Deleted \(budgetCode) from the budget of \(project)."], json: DoneJSON(done: "deleted"))
    }
}
