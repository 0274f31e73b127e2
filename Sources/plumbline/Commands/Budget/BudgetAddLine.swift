import ArgumentParser
import BudgetDomain
import BudgetOperations

struct BudgetAddLine: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "add-line", abstract: "Add one budget line item.")

    @Argument(help: "The project's number.")
    var project: String

    @Option(help: ArgumentHelp("The cost code, for example 03-100.", valueName: "cost-code"))
    var code: String

    @Option(help: ArgumentHelp("The cost type, for example L.", valueName: "cost-type"))
    var type: String

    @Option(help: "What the money is for.")
    var description = ""

    @OptionGroup var amount: LineAmountOptions

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let line = try await scope.plumbline.addLineItem(
            code: code, costType: type, description: description, amount: try amount.lineAmount(in: company.currency),
            to: project, in: company.id, by: try await scope.person(of: company).id)
        return Report(
            ["Added \(line.code.description) to the budget of \(project): \(line.originalAmount.description)."],
            json: LineItemJSON(line))
    }
}

struct LineItemJSON: Encodable {
    let budgetCode: String
    let description: String
    let original: MoneyJSON

    init(_ line: BudgetLineItem) {
        budgetCode = line.code.description
        description = line.description
        original = MoneyJSON(line.originalAmount)
    }
}
