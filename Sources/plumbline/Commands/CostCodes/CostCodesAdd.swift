import ArgumentParser
import BudgetDomain
import BudgetOperations

struct CostCodesAdd: Verb {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Add one cost code.")

    @Argument(help: "The code, for example 03-100. It becomes the QuickBooks item's name.")
    var code: String

    @Argument(help: "What the code is for.")
    var title: String

    @Option(help: "The code of the tier above.")
    var parent: String?

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let added = try await scope.plumbline.addCostCodes(
            [CostCodeDraft(code: code, title: title, parentCode: parent)], to: company.id,
            by: try await scope.actor(of: company))
        let sentence = added == 0 ? "Cost code \(code) is there already." : "Added cost code \(code) \(title)."
        return Report([.line(sentence)], json: AddedCostCodesJSON(added: added))
    }
}

struct AddedCostCodesJSON: Encodable {
    let added: Int
}
