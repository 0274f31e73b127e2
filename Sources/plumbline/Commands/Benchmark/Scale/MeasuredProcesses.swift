import ArgumentParser

/// Whose use of the machine is measured beside a load.
struct MeasuredProcesses: ParsableArguments {
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Processes of the servers, whose CPU time and memory are measured.", valueName: "pid"))
    var serverPids: [Int] = []

    @Option(help: ArgumentHelp("The database's first process, measured with all that it started.", valueName: "pid"))
    var databasePid: Int?

    struct Reading: Sendable {
        let servers: ProcessUsage
        let database: ProcessUsage?
    }

    func read() -> Reading {
        Reading(servers: ProcessUsage(of: serverPids), database: databasePid.map { ProcessUsage(ofTree: $0) })
    }
}

/// What a load cost, per thing done.
struct LoadCost: Encodable, Sendable {
    let serverMicrosecondsEach: Int
    let databaseMicrosecondsEach: Int?
    let serverPeakKiB: [Int]
    /// At the end; memory that PostgreSQL's processes share counts once.
    let databaseKiB: Int?

    init(from before: MeasuredProcesses.Reading, to after: MeasuredProcesses.Reading, done count: Int) {
        let count = max(count, 1)
        serverMicrosecondsEach = (after.servers.totalMicroseconds - before.servers.totalMicroseconds) / count
        databaseMicrosecondsEach = after.database.map {
            ($0.totalMicroseconds - (before.database?.totalMicroseconds ?? 0)) / count
        }
        serverPeakKiB = after.servers.peakKiB
        databaseKiB = after.database?.peakKiB.first
    }
}
