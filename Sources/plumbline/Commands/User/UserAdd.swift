import ArgumentParser
import BudgetDomain
import BudgetOperations

struct UserAdd: Verb {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a person to the company's directory.")

    @Argument(help: "The e-mail address, by which --as names the person.")
    var email: String

    @Option(help: "The person's name.")
    var name: String

    @Option(help: "The permission template; `plumbline user templates` shows them.")
    var template: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let person = try await scope.plumbline.addPerson(
            to: company.id, name: name, email: email, template: template, by: try await scope.actor(of: company))
        var blocks: [Report.Block] = ["Added \(person.name) <\(person.email)>, \(template)."]
        if person.permissions.level(of: .erpIntegrations) >= .standard, !person.canPushToAccounting {
            blocks.append("To accept exports: `plumbline user allow-accounting \(person.email)`.")
        }
        blocks.append("To let \(person.name) sign in: `plumbline user invite \(person.email)`.")
        return Report(blocks, json: PersonJSON(person))
    }
}
