import ArgumentParser
import BudgetOperations

struct ScaleWorkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work",
        abstract: "Measure sessions that carry a budget and a modification.",
        discussion: """
            Adds companies of its own to the database. First each has a budget to write, then a modification; the \
            sessions, from sign-in to read-back, are measured, and what people do before them is not.
            """)

    @Option(help: ArgumentHelp("The servers, as http://HOST:PORT with commas between.", valueName: "urls"))
    var servers: ServerList

    @Option(help: "Companies with work.")
    var companies = 50

    @Option(help: "Connections, each with one session at a time.")
    var connections = 8

    @Option(help: "Decides the amounts.")
    var seed: UInt64 = 1

    @OptionGroup var processes: MeasuredProcesses

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard (1...10_000).contains(companies) else { throw ValidationError("--companies is from 1 to 10000.") }
        guard (1...1_000).contains(connections) else { throw ValidationError("--connections is from 1 to 1000.") }
    }

    func run() async throws {
        let terminal = Terminal.system
        try await shared.namingFailures(on: terminal) {
            let load = WorkLoad(
                plumbline: try await BenchmarkDatabase.open(shared), services: servers.services, companies: companies,
                connections: connections, seed: seed)
            let firms = try await load.firms()
            var figures: [WorkFigures] = []
            for (round, name) in ["budget", "modification"].enumerated() {
                try await load.prepare(round: round, of: firms)
                let before = processes.read()
                let result = try await load.sessions(of: firms)
                let cost = LoadCost(from: before, to: processes.read(), done: firms.count)
                try await load.requireSynced(firms)
                figures.append(WorkFigures(name, result, cost))
            }
            try terminal.write(shared.json ? JSONText.of(figures) : figures.map(\.text).joined(separator: "\n"))
        }
    }
}

/// Times are in microseconds, of a whole session.
struct WorkFigures: Encodable {
    let work: String
    let sessions: Int
    let callsPerSession: Int
    let sessionsPerSecond: Int
    let p50: Int
    let p99: Int
    let cost: LoadCost

    init(_ work: String, _ result: WorkLoad.Result, _ cost: LoadCost) {
        self.work = work
        sessions = result.latencies.count
        callsPerSession = result.calls / max(sessions, 1)
        sessionsPerSecond = result.sessionsPerSecond
        p50 = result.latencies.percentile(50)
        p99 = result.latencies.percentile(99)
        self.cost = cost
    }

    var text: String {
        let rows = [
            ["sessions", "\(sessions)"], ["calls of each", "\(callsPerSession)"],
            ["sessions per second", "\(sessionsPerSecond)"], ["p50, µs", "\(p50)"], ["p99, µs", "\(p99)"],
        ]
        return Table([.text("Sessions with a \(work)"), .figure("Value")], rows: rows + cost.rows(per: "session"))
            .rendered(width: nil)
    }
}
