import ArgumentParser
import BudgetDomain
import BudgetOperations

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look at the database and what is around it, and say what to mend and how.",
        discussion: """
            Changes nothing, and also works when the database cannot be reached. Ends with 0 when it is sound, 3 when \
            something needs attention, 6 when the database cannot be used.
            """)

    @OptionGroup var limit: ConnectionLimit
    @OptionGroup var shared: SharedOptions

    func run() async throws {
        try await run(on: .system, in: .system)
    }

    func run(on terminal: Terminal, in environment: ProcessEnvironment) async throws {
        try await shared.namingFailures(on: terminal) {
            let address = try shared.address(in: environment)
            let diagnosis = Diagnosis(
                of: address.description,
                await Self.findings(
                    of: address, connections: try limit.count(in: environment), at: Composition.systemClock.now()))
            try shared.write(diagnosis.report, on: terminal)
        }
    }

    static func findings(of address: DatabaseAddress, connections: Int, at now: Instant) async -> [Finding] {
        switch address {
        case .file(let file): await FileExamination.findings(of: file, at: now)
        case .server(let url): await ServerExamination.findings(of: url, connections: connections, at: now)
        }
    }
}
