import ArgumentParser
import BudgetDomain
import BudgetOperations

struct CostCodesAddType: Verb {
    static let configuration = CommandConfiguration(commandName: "add-type", abstract: "Add a cost type.")

    @Argument(help: "The code that budget codes end with, for example L.")
    var code: String

    @Argument(help: "The name, for example Labor.")
    var name: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        try await scope.plumbline.addCostType(
            code: code, name: name, to: company.id, by: try await scope.actor(of: company))
        return Report(["Added cost type \(code) \(name)."], json: CostTypeJSON(code: code, name: name))
    }
}
