import ArgumentParser

struct ConnectorCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "connector", abstract: "The connection to the company's QuickBooks file.",
        subcommands: [
            ConnectorAdd.self, ConnectorQWC.self, ConnectorStatus.self, ConnectorRotatePassword.self,
            ConnectorMove.self, ConnectorSessions.self, ConnectorTranscripts.self, ConnectorExplain.self,
        ])
}
