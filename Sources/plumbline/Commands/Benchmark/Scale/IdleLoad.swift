import Foundation
import QuickBooksEmulators
import Synchronization

/// Web Connectors of many companies that find nothing to do: serverVersion, clientVersion, authenticate → "none".
struct IdleLoad: Sendable {
    let services: [URL]
    let accounts: [ScaleAccounts.Account]
    let connections: Int
    let seed: UInt64

    /// When a poll begins.
    enum Pace: Sendable {
        /// As soon as the connection's poll before it ended: how much the servers can do.
        case closed
        /// At a moment fixed beforehand, whether or not earlier ones ended, so that a slow answer delays no later
        /// poll out of the statistics.
        case open(pollsPerSecond: Int)
    }

    struct Result: Sendable {
        let latencies: Latencies
        /// Polls that were answered with anything but "none".
        let otherAnswers: Int
        let microseconds: Int

        var pollsPerSecond: Int { latencies.count * 1_000_000 / max(microseconds, 1) }
    }

    private static let opening = [
        SOAPCall(.serverVersion), SOAPCall(.clientVersion, ["strVersion": "2.3.0.215"]),
    ]
    private static let none = Array("<string>none</string>".utf8)

    func run(_ pace: Pace, seconds: Int) async throws -> Result {
        let schedule = PollSchedule(pace: pace, seconds: seconds)
        let found = try await withThrowingTaskGroup(of: Found.self) { group in
            for lane in 0..<connections {
                let connection = try await KeptConnection.open(to: services[lane % services.count])
                let numbers = SeededNumbers(seed: SeededNumbers.seed(seed, part: lane))
                group.addTask { try await polls(over: connection, schedule, numbers) }
            }
            schedule.start()
            return try await group.reduce(into: Found()) { $0.add($1) }
        }
        return Result(
            latencies: Latencies(found.microseconds), otherAnswers: found.otherAnswers,
            microseconds: MonotonicTime.now - schedule.startedAt)
    }

    private struct Found: Sendable {
        var microseconds: [Int] = []
        var otherAnswers = 0

        mutating func add(_ other: Found) {
            microseconds += other.microseconds
            otherAnswers += other.otherAnswers
        }
    }

    private func polls(
        over connection: KeptConnection, _ schedule: PollSchedule, _ numbers: SeededNumbers
    ) async throws -> Found {
        var numbers = numbers
        var found = Found()
        while let due = try await schedule.next() {
            let account = accounts[Int.random(in: 0..<accounts.count, using: &numbers)]
            for call in Self.opening { _ = try await connection.answer(to: call) }
            let login = SOAPCall(
                .authenticate, ["strUserName": account.userName, "strPassword": account.password])
            let answer = try await connection.answer(to: login)
            found.microseconds.append(MonotonicTime.now - due)
            if !answer.contains(Self.none) { found.otherAnswers += 1 }
        }
        try await connection.close()
        return found
    }
}

/// Hands out the moments at which polls begin.
final class PollSchedule: Sendable {
    private let pace: IdleLoad.Pace
    private let length: Int
    private let beginning = Atomic<Int>(0)
    private let given = Atomic<Int>(0)

    init(pace: IdleLoad.Pace, seconds: Int) {
        self.pace = pace
        length = seconds * 1_000_000
    }

    var startedAt: Int { beginning.load(ordering: .relaxed) }

    func start() { beginning.store(MonotonicTime.now, ordering: .relaxed) }

    /// Waits for the next moment.
    /// - Returns: from when on the poll's time counts; nil when the run is over.
    func next() async throws -> Int? {
        while startedAt == 0 { try await Task.sleep(for: .milliseconds(1)) }
        guard case .open(let rate) = pace else {
            let now = MonotonicTime.now
            return now - startedAt < length ? now : nil
        }
        let index = given.add(1, ordering: .relaxed).oldValue
        let due = index * 1_000_000 / rate
        guard due < length else { return nil }
        let wait = startedAt + due - MonotonicTime.now
        guard wait > 0 else { return startedAt + due }
        try await Task.sleep(for: .microseconds(wait))
        // This machine's own timer woke late; the servers are not to blame for that.
        return MonotonicTime.now
    }
}

/// The machine's clock that never jumps.
enum MonotonicTime {
    /// Microseconds since some beginning.
    static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
    }
}
