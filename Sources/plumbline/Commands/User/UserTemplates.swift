import ArgumentParser
import BudgetDomain
import BudgetOperations

struct UserTemplates: Verb {
    static let configuration = CommandConfiguration(
        commandName: "templates", abstract: "List the permission templates.")

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        Self.report(of: try await scope.plumbline.permissionTemplates(of: try await scope.company().id))
    }

    static func report(of templates: [PermissionTemplate]) -> Report {
        guard !templates.isEmpty else {
            return Report(
                ["There is no permission template. To make one: `plumbline user add-template`."],
                json: [TemplateJSON]())
        }
        let columns: [Table.Column] =
            [.text("Template")] + Tool.allCases.map { .text($0.title) } + [.prose("Further rights")]
        let rows = templates.map { template in
            let rights = template.permissions.rights.map(\.rawValue).sorted().joined(separator: ", ")
            return [template.name] + template.permissions.levelCells + [rights]
        }
        return Report([.table(Table(columns, rows: rows))], json: templates.map(TemplateJSON.init))
    }
}

struct TemplateJSON: Encodable {
    let name: String
    let levels: [String: String]
    let rights: [String]

    init(_ template: PermissionTemplate) {
        name = template.name
        levels = template.permissions.levelsByTool
        rights = template.permissions.rights.map(\.rawValue).sorted()
    }
}
