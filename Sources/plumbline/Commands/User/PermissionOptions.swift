import ArgumentParser
import BudgetDomain

/// Levels and rights, named one by one.
struct PermissionOptions: ParsableArguments {
    @Option(
        name: .customLong("level"),
        help: ArgumentHelp("A tool's level, for example budget=admin; may be repeated.", valueName: "tool=level"))
    var levels: [ToolLevel] = []

    @Option(
        name: .customLong("right"),
        help: ArgumentHelp("A granular right of the Budget tool; may be repeated.", valueName: "right"))
    var rights: [GranularRight] = []

    var areEmpty: Bool { levels.isEmpty && rights.isEmpty }

    /// Exactly what is named; any other tool has the level none.
    var permissions: Permissions { Permissions(levels: levels.byTool, rights: Set(rights)) }
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
