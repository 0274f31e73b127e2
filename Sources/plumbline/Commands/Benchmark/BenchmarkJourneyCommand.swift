import ArgumentParser
import BudgetDomain
import BudgetOperations
import QuickBooksDesktop
import QuickBooksEmulators

struct BenchmarkJourneyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journey",
        abstract: "Measure a large budget's whole journey, from file to confirmed estimate.",
        discussion: """
            Makes a budget of the wished size, and carries it through the real server over HTTP into an emulated \
            QuickBooks. The CPU time is that of the whole process, the emulated QuickBooks included.
            """)

    @Option(help: "Budget lines.")
    var lines = 5_000

    @Option(help: "Cost codes that the lines share.")
    var codes = 1_000

    @OptionGroup var limit: ConnectionLimit
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard (1...BudgetStanding.mostLines).contains(lines) else {
            throw ValidationError("--lines is from 1 to \(BudgetStanding.mostLines).")
        }
        guard codes >= 1, codes <= lines, lines <= codes * CostType.standard.count else {
            throw ValidationError("--codes has to leave at most \(CostType.standard.count) lines to each cost code.")
        }
    }

    func run() async throws {
        let terminal = Terminal.system
        try await shared.namingFailures(on: terminal) {
            let plumbline = try await Composition.openEmpty(
                try shared.address(in: .system), connections: try limit.count(in: .system))
            let cast = try await DemoCast.assemble(in: plumbline)
            var watch = Stopwatch()
            try await DemoServer.run(plumbline) { url in
                let quickBooks = try await DemoQuickBooks.connect(cast, of: plumbline, at: url)
                let journey = BenchmarkJourney(plumbline: plumbline, cast: cast, quickBooks: quickBooks)
                try await journey.run(BenchmarkBudget(lines: lines, codes: codes), on: &watch)
            }
            try terminal.write(shared.json ? JSONText.of(watch.laps) : watch.table.rendered(width: nil))
        }
    }
}

/// A made-up budget: every line has a code and type of its own, a quantity and a unit cost.
struct BenchmarkBudget {
    let lines: Int
    let codes: Int

    var csv: String {
        var text = "Cost Code,Cost Type,Description,Unit Qty,UOM,Unit Cost,Original Budget Amount\n"
        for line in 0..<lines {
            let (type, code) = (CostType.standard[line / codes].code, line % codes)
            let cents = (line + 1) * 25
            text += "\(code / 100 + 10)-\(code % 100 + 100),\(type),Work & materials no. \(line),\(line + 1),ea,0.25,"
            text += "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)\n"
        }
        return text
    }
}
