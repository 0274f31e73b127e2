import ArgumentParser

struct ProjectCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "project", abstract: "The company's construction projects.",
        subcommands: [ProjectAdd.self, ProjectRename.self, ProjectList.self])
}
