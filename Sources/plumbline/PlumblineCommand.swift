import ArgumentParser

/// The whole command line: one group of commands for each part of the product.
struct PlumblineCommand: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "plumbline",
        abstract: "Carries a construction budget into QuickBooks as the job's estimate, exactly once.",
        discussion: """
            Begin with `plumbline company add`. Every command takes --data, the folder of an SQLite database, or \
            --database, the address of any; and --json. Exit codes: 0 done, 1 failure, 2 usage, 3 refused, \
            4 QuickBooks said no, 5 file problems, 6 database unavailable, 7 unknown whether it was stored: look \
            first, 8 what was verified does not hold.
            """,
        version: version,
        subcommands: [
            CompanyCommands.self, UserCommands.self, ProjectCommands.self, CostCodeCommands.self,
            BudgetCommands.self, ERPCommands.self, ConnectorCommands.self, WebhookCommands.self, JobCosts.self,
            Drift.self, Audit.self, Certify.self, Evidence.self, Verify.self, Migrate.self, Doctor.self, Serve.self,
            Demo.self, Simulate.self, BenchmarkCommands.self,
        ])
}
