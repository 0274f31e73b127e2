import ArgumentParser
import BudgetDomain
import BudgetOperations

struct UserRevokeAccounting: Verb {
    static let configuration = CommandConfiguration(
        commandName: "revoke-accounting", abstract: "Take Can Push to Accounting from a person.")

    @Argument(help: "Who loses the privilege.")
    var email: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let person = try await scope.plumbline.revokeAccountingPrivilege(
            from: email, in: company.id, by: try await scope.actor(of: company))
        return Report(["\(person.name) no longer has Can Push to Accounting."], json: PersonJSON(person))
    }
}
