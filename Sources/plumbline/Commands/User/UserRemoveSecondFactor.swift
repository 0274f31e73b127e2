import ArgumentParser
import BudgetDomain
import BudgetOperations

struct UserRemoveSecondFactor: Verb {
    static let configuration = CommandConfiguration(
        commandName: "remove-second-factor",
        abstract: "Turn off the second factor of a person who lost the telephone and the recovery codes.")

    @Argument(help: "The e-mail address of somebody in the directory.")
    var email: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        try await scope.plumbline.removeSecondFactor(
            of: email, in: company.id, by: try await scope.actor(of: company))
        let person = try await scope.plumbline.person(email: email, of: company.id)
        return Report(
            ["The second factor of \(person.name) is off, and \(person.name) is signed out everywhere."],
            json: PersonJSON(person))
    }
}
