import ArgumentParser
import BudgetDomain
import BudgetOperations

struct CostCodesTypes: Verb {
    static let configuration = CommandConfiguration(commandName: "types", abstract: "List the cost types.")

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        Self.report(of: try await scope.plumbline.costTypes(of: try await scope.company().id))
    }

    static func report(of types: [CostType]) -> Report {
        let table = Table([.text("Code"), .prose("Cost type")], rows: types.map { [$0.code, $0.name] })
        return Report([.table(table)], json: types.map { CostTypeJSON(code: $0.code, name: $0.name) })
    }
}

struct CostTypeJSON: Encodable {
    let code: String
    let name: String
}
