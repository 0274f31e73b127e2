import ArgumentParser
import BudgetDomain
import BudgetOperations

struct UserDeleteTemplate: Verb {
    static let configuration = CommandConfiguration(
        commandName: "delete-template",
        abstract: "Delete a permission template; people on it keep their levels, as levels of their own.")

    @Argument(help: "The template's name.")
    var name: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let deleted = try await scope.plumbline.deletePermissionTemplate(
            named: name, in: company.id, by: try await scope.actor(of: company))
        return Report(
            [
                "Deleted the permission template \(deleted.template.name).",
                .line(
                    deleted.sentence(
                        none: "was on it", one: "was on it, and keeps what it said as levels of their own",
                        several: "were on it, and keep what it said as levels of their own")),
            ], json: TemplateOutcomeJSON(deleted))
    }
}
