import ArgumentParser
import BudgetDomain
import BudgetOperations

struct UserPermit: Verb {
    static let configuration = CommandConfiguration(
        commandName: "permit", abstract: "Put a person on a template, or give levels and rights of their own.",
        discussion: """
            Either --template, or --level and --right, which replace all that the person had. With --project they \
            hold on that project alone.
            """)

    @Argument(help: "Whose permissions.")
    var email: String

    @Option(help: "The permission template.")
    var template: String?

    @OptionGroup var own: PermissionOptions

    @Option(help: "The number of the project on which this holds.")
    var project: String?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard own.areEmpty != (template == nil) else {
            throw ValidationError("Give --template, or --level and --right, one of the two.")
        }
    }

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let actor = try await scope.actor(of: company)
        let person: Person
        if let template {
            person = try await scope.plumbline.permit(
                email: email, in: company.id, template: template, on: project, by: actor)
        } else {
            person = try await scope.plumbline.setPermissions(
                of: email, in: company.id, to: own.permissions, on: project, by: actor)
        }
        let place = project.map { " on project \($0)" } ?? ""
        return Report(["Changed the permissions of \(person.name)\(place)."], json: PersonJSON(person))
    }
}
