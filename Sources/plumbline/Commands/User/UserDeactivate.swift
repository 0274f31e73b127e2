import ArgumentParser
import BudgetDomain
import BudgetOperations

struct UserDeactivate: Verb {
    static let configuration = CommandConfiguration(
        commandName: "deactivate",
        abstract: "Let a person go who leaves: signed out everywhere, and refused whatever they try.",
        discussion: """
            Can Push to Accounting is taken away, and a request for it withdrawn. What they accepted stays accepted, \
            and their name stays in all that they did.
            """)

    @Argument(help: "The e-mail address of somebody in the directory.")
    var email: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let person = try await scope.plumbline.deactivatePerson(
            email, in: company.id, by: try await scope.actor(of: company))
        return Report(
            [
                "\(person.name) is deactivated: signed out everywhere, and refused whatever they try.",
                "What they accepted stays accepted. To let them back in: `plumbline user reactivate \(person.email)`.",
            ], json: PersonJSON(person))
    }
}

struct UserReactivate: Verb {
    static let configuration = CommandConfiguration(
        commandName: "reactivate",
        abstract: "Let a person back in who was deactivated, without Can Push to Accounting.")

    @Argument(help: "The e-mail address of somebody in the directory.")
    var email: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let person = try await scope.plumbline.reactivatePerson(
            email, in: company.id, by: try await scope.actor(of: company))
        return Report(
            [
                "\(person.name) is active, with the levels, the password and the second factor as they were.",
                "Can Push to Accounting is granted anew where it is needed.",
            ], json: PersonJSON(person))
    }
}
