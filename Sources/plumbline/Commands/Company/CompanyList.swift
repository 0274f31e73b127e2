import ArgumentParser
import BudgetDomain
import BudgetOperations

struct CompanyList: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the companies.")

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        Self.report(of: try await scope.plumbline.companies())
    }

    static func report(of companies: [Company]) -> Report {
        let table = Table(
            [.prose("Company"), .text("Currency")], rows: companies.map { [$0.name, $0.currency.code] })
        return Report([.table(table)], json: companies.map(CompanyJSON.init))
    }
}
