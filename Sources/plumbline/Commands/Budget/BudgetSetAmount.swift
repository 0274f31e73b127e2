import ArgumentParser
import BudgetDomain
import BudgetOperations

struct BudgetSetAmount: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "set-amount", abstract: "Set a line's original amount, while the budget is unlocked.")

    @Argument(help: "The project's number.")
    var project: String

    @Argument(help: "The line's budget code, for example 03-100.L.")
    var budgetCode: String

    @OptionGroup var amount: LineAmountOptions

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let line = try await scope.plumbline.setOriginalAmount(
            of: budgetCode, to: try amount.lineAmount(in: company.currency), on: project, in: company.id,
            by: try await scope.person(of: company).id)
        return Report(
            ["The original amount of \(line.code.description) is now \(line.originalAmount.description)."],
            json: LineItemJSON(line))
    }
}
