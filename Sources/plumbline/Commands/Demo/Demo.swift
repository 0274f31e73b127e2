import ArgumentParser
import BudgetDomain
import BudgetOperations
import BudgetWeb
import Foundation

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the whole journey with an emulated QuickBooks, then serve it for a browser.",
        discussion: """
            Needs no network and no QuickBooks: the real server listens on this machine, and an emulated Web \
            Connector with an emulated company file calls it. The demo checks its promises as it goes. Then it \
            prints two sign-ins and serves, on this machine alone, until you interrupt it or the time is up.
            """)

    @Option(help: "The folder with the budget files.")
    var examples = "examples"

    @Option(help: "How many minutes to serve for a browser, at most; 0 ends after the checks.")
    var minutes = 60

    @Option(help: "The port to listen on; 0 lets the system choose.")
    var port = 0

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port is from 0 to 65535.") }
        guard (0...1_440).contains(minutes) else { throw ValidationError("--minutes is from 0 to 1440.") }
    }

    func run() async throws {
        let terminal = Terminal.system
        try await shared.namingFailures(on: terminal) {
            let address = try shared.address(in: .system)
            let files = try DemoProject.all.map { try InputFile.read("\(examples)/\($0.file)") }
            let unsent = try InputFile.read("\(examples)/\(DemoProject.unsent.file)")
            let plumbline = try await Composition.openEmpty(address)
            let story = DemoStory(terminal: terminal, isForPrograms: shared.json)
            story.tell("Plumbline demo: two budgets into an emulated QuickBooks, a modification of each, two mishaps.")

            let cast = try await DemoCast.assemble(in: plumbline)
            let bookkeeping = DemoBookkeeping(plumbline: plumbline, cast: cast)
            let surroundings = Surroundings.of(plumbline, key: .beside(address))
            try await DemoServer.run(plumbline, port: port, desk: bookkeeping.desk, surroundings: surroundings) {
                serverURL in
                let quickBooks = try await DemoQuickBooks.connect(cast, of: plumbline, at: serverURL)
                let journey = DemoJourney(plumbline: plumbline, cast: cast, quickBooks: quickBooks, story: story)
                try await journey.run(files: files)
                try await journey.importUnsent(unsent)
                story.suggestCommands(naming: shared.repeated(for: address))
                guard minutes > 0 else { return try story.end() }

                let serving = DemoServing(plumbline: plumbline, cast: cast, bookkeeping: bookkeeping, story: story)
                await bookkeeping.begin(with: quickBooks)
                try story.end(
                    url: serverURL.absoluteString, signIns: try await serving.signIns(), minutes: minutes)
                try await serving.run(minutes: minutes)
            }
        }
    }
}

/// A promise of the product that the demo found broken.
struct DemoProblem: Error {
    let sentence: String
    var cure: String { "Report it, with the database." }
}
