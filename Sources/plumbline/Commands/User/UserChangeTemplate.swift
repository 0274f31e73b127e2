import ArgumentParser
import BudgetDomain
import BudgetOperations

struct UserChangeTemplate: Verb {
    static let configuration = CommandConfiguration(
        commandName: "change-template", abstract: "Change a permission template, for everybody on it.",
        discussion: """
            Only what is named changes. Whoever is on the template has what it says from that moment on; levels on \
            single projects stay as they are.
            """)

    @Argument(help: "The template's name.")
    var name: String

    @Option(name: .customLong("name"), help: ArgumentHelp("Its new name.", valueName: "name"))
    var newName: String?

    @OptionGroup var named: PermissionOptions

    @Option(
        name: .customLong("without-right"),
        help: ArgumentHelp("A granular right of the Budget tool to take away; may be repeated.", valueName: "right"))
    var rightsAway: [GranularRight] = []

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard newName != nil || !named.areEmpty || !rightsAway.isEmpty else {
            throw ValidationError("Name what changes, with --name, --level, --right or --without-right.")
        }
        guard Set(named.rights).isDisjoint(with: rightsAway) else {
            throw ValidationError("Give a right with --right or --without-right, not both.")
        }
    }

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let templates = try await scope.plumbline.permissionTemplates(of: company.id)
        guard let template = templates.first(where: { $0.name == name }) else {
            throw Refused(.noSuchTemplate(name))
        }
        var permissions = template.permissions
        permissions.levels.merge(named.levels.byTool) { _, new in new }
        permissions.rights.formUnion(named.rights)
        permissions.rights.subtract(rightsAway)
        let changed = try await scope.plumbline.changePermissionTemplate(
            named: name, to: newName, saying: permissions, in: company.id, by: try await scope.actor(of: company),
            seen: template.permissions.stamp)
        return Report(
            [
                "Changed the permission template \(changed.template.name).",
                .line(
                    changed.template.permissions.stamp == template.permissions.stamp
                        ? "What it says is as it was."
                        : changed.sentence(
                            none: "was on it", one: "was on it, and has what it says now",
                            several: "were on it, and have what it says now")),
            ], json: TemplateOutcomeJSON(changed))
    }
}
