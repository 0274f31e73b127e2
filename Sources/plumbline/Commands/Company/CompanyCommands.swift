import ArgumentParser

struct CompanyCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "company", abstract: "The construction firms of this installation.",
        subcommands: [CompanyAdd.self, CompanyList.self, CompanySettingsCommand.self])
}
