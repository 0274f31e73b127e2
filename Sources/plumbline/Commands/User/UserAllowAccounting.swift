import ArgumentParser
import BudgetDomain
import BudgetOperations

struct UserAllowAccounting: Verb {
    static let configuration = CommandConfiguration(
        commandName: "allow-accounting",
        abstract: "Give a person Can Push to Accounting.",
        discussion: """
            Without --as the server's command line grants it, which is how the first approver gets it. Later a \
            Directory Admin who has the privilege may grant it too.
            """)

    @Argument(help: "Who gets the privilege.")
    var email: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let person = try await scope.plumbline.grantAccountingPrivilege(
            to: email, in: company.id, by: try await scope.actor(of: company))
        let next =
            person.isAccountingApprover
            ? "They may now accept and reject exports."
            : "They cannot accept exports yet: that needs ERP Integrations Standard or Admin too."
        return Report(["\(person.name) has Can Push to Accounting. \(next)"], json: PersonJSON(person))
    }
}
