import ArgumentParser

struct ScaleIdleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "idle",
        abstract: "Measure polls that find nothing to do.",
        discussion: """
            First as many as the servers can do (closed loop), which gives polls per second and what one costs; then \
            at a fixed rate (open loop), which gives the times. Companies are drawn by a seed, all alike.
            """)

    @Option(help: ArgumentHelp("The servers, as http://HOST:PORT with commas between.", valueName: "urls"))
    var servers: ServerList

    @Option(help: ArgumentHelp("The file that `seed` wrote.", valueName: "file"))
    var accounts: String

    @Option(help: "Connections, each with one poll at a time.")
    var connections = 16

    @Option(help: "Seconds of each loop.")
    var seconds = 5

    @Option(help: "Seconds of load before anything is measured.")
    var warmUp = 1

    @Option(help: "Polls per second of the open loop.")
    var rate = 100

    @Option(help: "Decides which companies poll.")
    var seed: UInt64 = 1

    @OptionGroup var processes: MeasuredProcesses

    @Flag(help: "Write JSON for programs instead of text for people.")
    var json = false

    func validate() throws {
        guard (1...1_000).contains(connections) else { throw ValidationError("--connections is from 1 to 1000.") }
        guard (1...600).contains(seconds) else { throw ValidationError("--seconds is from 1 to 600.") }
        guard (0...60).contains(warmUp) else { throw ValidationError("--warm-up is from 0 to 60.") }
        guard (1...100_000).contains(rate) else { throw ValidationError("--rate is from 1 to 100000.") }
    }

    func run() async throws {
        let load = IdleLoad(
            services: servers.services, accounts: try ScaleAccounts.read(accounts).all, connections: connections,
            seed: seed)
        if warmUp > 0 { _ = try await load.run(.closed, seconds: warmUp) }
        let before = processes.read()
        let closed = try await load.run(.closed, seconds: seconds)
        let cost = LoadCost(from: before, to: processes.read(), done: closed.latencies.count)
        let open = try await load.run(.open(pollsPerSecond: rate), seconds: seconds)
        let figures = IdleFigures(load, closed: closed, cost: cost, open: open, rate: rate)
        try Terminal.system.write(json ? JSONText.of(figures) : figures.text)
        // A poll that found work, or was refused, is not the poll that was to be measured.
        guard figures.otherAnswers == 0 else { throw ExitCode(ExitStatus.failure.rawValue) }
    }
}

/// Times are in microseconds, of a whole poll: three calls.
struct IdleFigures: Encodable {
    let companies: Int
    let connections: Int
    let polls: Int
    let pollsPerSecond: Int
    let closedP50: Int
    let closedP99: Int
    let cost: LoadCost
    let openRate: Int
    let openPolls: Int
    let openP50: Int
    let openP99: Int
    let otherAnswers: Int

    init(_ load: IdleLoad, closed: IdleLoad.Result, cost: LoadCost, open: IdleLoad.Result, rate: Int) {
        companies = load.accounts.count
        connections = load.connections
        polls = closed.latencies.count
        pollsPerSecond = closed.pollsPerSecond
        closedP50 = closed.latencies.percentile(50)
        closedP99 = closed.latencies.percentile(99)
        self.cost = cost
        openRate = rate
        openPolls = open.latencies.count
        openP50 = open.latencies.percentile(50)
        openP99 = open.latencies.percentile(99)
        otherAnswers = closed.otherAnswers + open.otherAnswers
    }

    var text: String {
        var rows = [
            ["companies", "\(companies)"], ["polls per second, \(connections) connections", "\(pollsPerSecond)"],
            ["p50 of these, µs", "\(closedP50)"], ["p99 of these, µs", "\(closedP99)"],
            ["p50 at \(openRate) polls per second, µs", "\(openP50)"],
            ["p99 at \(openRate) polls per second, µs", "\(openP99)"],
        ]
        rows += cost.rows(per: "poll")
        if otherAnswers > 0 { rows.append(["answers other than “none”", "\(otherAnswers)"]) }
        return Table([.text("Idle polls"), .figure("Value")], rows: rows).rendered(width: nil)
    }
}

extension LoadCost {
    func rows(per thing: String) -> [[String]] {
        var rows: [[String]] = []
        if !serverPeakKiB.isEmpty {
            rows.append(["CPU of the servers per \(thing), µs", "\(serverMicrosecondsEach)"])
            rows.append(["peak memory of each server, KiB", serverPeakKiB.map(String.init).joined(separator: ", ")])
        }
        if let databaseMicrosecondsEach {
            rows.append(["CPU of the database per \(thing), µs", "\(databaseMicrosecondsEach)"])
        }
        if let databaseKiB { rows.append(["memory of the database, KiB", "\(databaseKiB)"]) }
        return rows
    }
}
