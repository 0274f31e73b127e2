import ArgumentParser
import BudgetDomain
import BudgetOperations

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the whole journey, from budget files to confirmed estimates, with an emulated QuickBooks.",
        discussion: """
            Needs no network and no QuickBooks: the real server listens on this machine, and an emulated Web \
            Connector with an emulated company file calls it. `plumbline serve` then starts on the same data.
            """)

    @Option(help: "The folder with the budget files.")
    var examples = "examples"

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let terminal = Terminal.system
        try await shared.namingFailures(on: terminal) {
            let address = try shared.address(in: .system)
            let files = try DemoProject.all.map { try InputFile.read("\(examples)/\($0.file)") }
            let plumbline = try await Composition.openEmpty(address)
            let story = DemoStory(terminal: terminal, isForPrograms: shared.json)
            story.tell("Plumbline demo: two budgets into an emulated QuickBooks, a modification of each, two mishaps.")

            let cast = try await DemoCast.assemble(in: plumbline)
            try await DemoServer.run(plumbline) { serverURL in
                let quickBooks = try await DemoQuickBooks.connect(cast, of: plumbline, at: serverURL)
                let journey = DemoJourney(plumbline: plumbline, cast: cast, quickBooks: quickBooks, story: story)
                try await journey.run(files: files)
            }
            try story.end(naming: shared.repeated(for: address))
        }
    }
}

/// A promise of the product that the demo found broken.
struct DemoProblem: Error {
    let sentence: String
    var cure: String { "Report it, with the database." }
}
