import ArgumentParser
import BudgetOperations
import Foundation

struct ScaleSeedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seed",
        abstract: "Fill a database with companies whose polls find nothing to do.",
        discussion: """
            Each has a connection and a project whose budget is in QuickBooks already. The first company is made by \
            the product's own acts and a session; the others are copies of its rows. Run it again with a greater \
            number, or after two hours, on the same database and file.
            """)

    @Option(help: "Companies in all.")
    var companies = 100

    @Option(help: ArgumentHelp("The file of their user names and passwords.", valueName: "file"))
    var accounts: String

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard (1...100_000).contains(companies) else { throw ValidationError("--companies is from 1 to 100000.") }
    }

    func run() async throws {
        let terminal = Terminal.system
        try await shared.namingFailures(on: terminal) {
            let plumbline = try await BenchmarkDatabase.open(shared)
            let hasAccounts = FileManager.default.fileExists(atPath: accounts)
            let known = hasAccounts ? try ScaleAccounts.read(accounts) : ScaleAccounts()
            let seeding = ScaleSeeding(plumbline: plumbline, tell: { terminal.progress($0) })
            let grown = try await seeding.grow(known, to: companies)
            try grown.write(to: accounts)
            let done = DoneJSON(done: "\(grown.all.count) companies")
            try terminal.write(shared.json ? JSONText.of(done) : "\(done.done)\n")
        }
    }
}
