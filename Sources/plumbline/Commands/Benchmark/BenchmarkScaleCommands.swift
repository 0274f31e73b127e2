import ArgumentParser

struct BenchmarkScaleCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scale",
        abstract: "Measure servers with many companies.",
        discussion: """
            `seed` fills a database, `idle` and `work` put load on servers that run on it. \
            benchmarks/scale/run.sh runs all of it and prints a table.
            """,
        subcommands: [ScaleSeedCommand.self, ScaleIdleCommand.self, ScaleWorkCommand.self])
}
