import Glibc

/// Wall clock and processor time of one phase after another. Milliseconds, whole.
struct Stopwatch {
    struct Lap: Encodable {
        let phase: String
        let wallMilliseconds: Int
        let cpuMilliseconds: Int
        /// Calls of the Web Connector, where the phase is one of its sessions.
        let soapCalls: Int?
    }

    private(set) var laps: [Lap] = []

    /// - Parameter work: gives the number of SOAP calls that it took, if it took any.
    mutating func lap(_ phase: String, _ work: () async throws -> Int?) async throws {
        let (wall, cpu) = (Self.wall, Self.cpu)
        let calls = try await work()
        laps.append(
            Lap(
                phase: phase, wallMilliseconds: Self.wall - wall, cpuMilliseconds: Self.cpu - cpu, soapCalls: calls))
    }

    var table: Table {
        let total = laps.reduce((wall: 0, cpu: 0)) { ($0.wall + $1.wallMilliseconds, $0.cpu + $1.cpuMilliseconds) }
        return Table(
            [.text("Phase"), .figure("Wall ms"), .figure("CPU ms"), .figure("SOAP calls")],
            rows: laps.map {
                [$0.phase, "\($0.wallMilliseconds)", "\($0.cpuMilliseconds)", $0.soapCalls.map(String.init) ?? ""]
            },
            footer: ["Total", "\(total.wall)", "\(total.cpu)", ""])
    }

    private static var wall: Int { read(CLOCK_MONOTONIC) }
    private static var cpu: Int { read(CLOCK_PROCESS_CPUTIME_ID) }

    private static func read(_ clock: clockid_t) -> Int {
        var time = timespec()
        clock_gettime(clock, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}
