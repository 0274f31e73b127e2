import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ERPExportCostCodes: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "export-cost-codes", abstract: "Make QuickBooks items of the cost codes that have none.",
        discussion: "Both accounts are needed: an item with one side shows no cost in QuickBooks' job reports.")

    @Argument(help: "The cost codes; all that are not synced when none is named.")
    var codes: [String] = []

    @Option(help: "The items' income account, as QuickBooks has it.")
    var incomeAccount: String

    @Option(help: "The items' expense account, as QuickBooks has it.")
    var expenseAccount: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let request = ItemRequest(incomeAccount: incomeAccount, expenseAccount: expenseAccount)
        let count = try await scope.plumbline.requestItems(
            request, codes: codes.isEmpty ? nil : codes, in: company.id, by: try await scope.person(of: company).id)
        return Report(
            ["The next run of the QuickBooks Web Connector makes or links \(count) items."],
            json: RequestedItemsJSON(requested: count))
    }
}

struct RequestedItemsJSON: Encodable {
    let requested: Int
}
