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

    @Option(
        name: .customLong("level"),
        help: ArgumentHelp("A tool's level, for example budget=admin; may be repeated.", valueName: "tool=level"))
    var levels: [ToolLevel] = []

    @Option(
        name: .customLong("right"),
        help: ArgumentHelp("A granular right of the Budget tool; may be repeated.", valueName: "right"))
    var rights: [GranularRight] = []

    @Option(help: "The number of the project on which this holds.")
    var project: String?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        let isOwn = !levels.isEmpty || !rights.isEmpty
        guard isOwn != (template != nil) else {
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
                of: email, in: company.id, to: ownPermissions, on: project, by: actor)
        }
        let place = project.map { " on project \($0)" } ?? ""
        return Report(["Changed the permissions of \(person.name)\(place)."], json: PersonJSON(person))
    }

    private var ownPermissions: Permissions {
        Permissions(levels: levels.byTool, rights: Set(rights))
    }
}

/// `budget=admin`; spaces in names may be written as dashes.
struct ToolLevel: ExpressibleByArgument, Equatable {
    let tool: Tool
    let level: AccessLevel

    init?(argument: String) {
        let parts = argument.split(separator: "=").map { String($0).replacing("-", with: " ") }
        guard parts.count == 2, let tool = Tool(rawValue: parts[0]), let level = AccessLevel(rawValue: parts[1])
        else { return nil }
        self.tool = tool
        self.level = level
    }
}

extension [ToolLevel] {
    /// Of a tool that is named twice, the last.
    var byTool: [Tool: AccessLevel] {
        Dictionary(map { ($0.tool, $0.level) }, uniquingKeysWith: { _, last in last })
    }
}

extension GranularRight: ExpressibleByArgument {}
