import ArgumentParser
import BudgetDomain
import BudgetOperations

struct CompanyAdd: Verb {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a company, with the standard permission templates and cost types.")

    @Argument(help: "The firm's name.")
    var name: String

    @Option(help: "The currency of its budgets: \(Currency.allCases.map(\.code).joined(separator: ", ")).")
    var currency = Currency.usd.code

    @OptionGroup var shared: SharedOptions

    var whenDatabaseIsMissing: WhenMissing { .make }

    func validate() throws {
        _ = try knownCurrency()
    }

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.plumbline.addCompany(name: name, currency: try knownCurrency())
        return Report(
            [
                "Added the company \(company.name) (\(company.currency.code)) in \(scope.address.description).",
                "Next: `plumbline user add EMAIL --name NAME --template administrator`.",
            ], json: CompanyJSON(company))
    }

    private func knownCurrency() throws -> Currency {
        guard let known = Currency(code: currency) else {
            let codes = Currency.allCases.map(\.code).joined(separator: ", ")
            throw ValidationError("There is no currency “\(currency)” here; use one of \(codes).")
        }
        return known
    }
}

struct CompanyJSON: Encodable {
    let name: String
    let currency: String
    let settings: SettingsJSON

    init(_ company: Company) {
        name = company.name
        currency = company.currency.code
        settings = SettingsJSON(company.settings)
    }
}
