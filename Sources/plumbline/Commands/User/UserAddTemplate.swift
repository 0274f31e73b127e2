import ArgumentParser
import BudgetDomain
import BudgetOperations

struct UserAddTemplate: Verb {
    static let configuration = CommandConfiguration(
        commandName: "add-template", abstract: "Make a permission template, on which people can be put.",
        discussion: "A tool that no --level names has the level none.")

    @Argument(help: "The template's name.")
    var name: String

    @OptionGroup var says: PermissionOptions

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let added = try await scope.plumbline.addPermissionTemplate(
            named: name, saying: says.permissions, in: company.id,
            by: try await scope.actor(of: company))
        let template = added.template
        return Report(
            [
                "Added the permission template \(template.name).",
                .line(
                    added.sentence(
                        none: "has exactly what it says", one: "has exactly what it says",
                        several: "have exactly what it says")),
                "To put somebody on it: `plumbline user permit EMAIL --template \"\(template.name)\"`.",
            ], json: TemplateOutcomeJSON(added))
    }
}

struct TemplateOutcomeJSON: Encodable {
    let template: TemplateJSON
    let people: Int

    init(_ outcome: TemplateOutcome) {
        template = TemplateJSON(outcome.template)
        people = outcome.people
    }
}

extension TemplateOutcome {
    /// How many it concerns, as a sentence.
    func sentence(none: String, one: String, several: String) -> String {
        switch people {
        case 0: "Nobody \(none)."
        case 1: "1 person \(one)."
        case _: "\(people) people \(several)."  // default: as many as there are
        }
    }
}
