import ArgumentParser

struct BenchmarkCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark", abstract: "Measure what the product does on this machine.",
        subcommands: [
            BenchmarkJourneyCommand.self, BenchmarkQBXMLCommand.self, BenchmarkFailoverCommand.self,
            BenchmarkScaleCommands.self, BenchmarkConnectorCommand.self,
        ],
        defaultSubcommand: BenchmarkJourneyCommand.self)
}
