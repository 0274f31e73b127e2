import BudgetDomain
import Synchronization

/// The time that somebody went without an answer: from the beginning of the first attempt to the end of the one that
/// succeeded.
struct Wait: Hashable, Sendable {
    let name: String
    let from: Instant
    let to: Instant
    /// Attempts that failed in between; none for one that was only slow.
    let failures: Int

    var microseconds: Int64 { to.microsecondsSince1970 - from.microsecondsSince1970 }
}

/// Notes every attempt of everybody, and keeps the waits that a person would notice.
final class WaitLog: Sendable {
    static let shortestMicroseconds: Int64 = 1_000_000
    /// More than a run of an hour makes; beyond it, waits are counted and not kept.
    static let mostWaits = 100_000

    struct Summary: Sendable {
        var attempts = 0
        var failures = 0
        var waits: [Wait] = []
        var longestMicroseconds: Int64 = 0
        /// Who waits still: the beginning of the first attempt since the last success.
        var open: [String: Instant] = [:]
    }

    private struct State {
        var summary = Summary()
        var failures: [String: Int] = [:]
    }

    private let state = Mutex(State())

    var summary: Summary { state.withLock(\.summary) }

    func failed(_ name: String, from: Instant) {
        state.withLock { state in
            state.summary.attempts += 1
            state.summary.failures += 1
            state.failures[name, default: 0] += 1
            if state.summary.open[name] == nil { state.summary.open[name] = from }
        }
    }

    func succeeded(_ name: String, from: Instant, to: Instant) {
        state.withLock { state in
            state.summary.attempts += 1
            let wait = Wait(
                name: name, from: state.summary.open.removeValue(forKey: name) ?? from, to: to,
                failures: state.failures.removeValue(forKey: name) ?? 0)
            guard wait.microseconds >= Self.shortestMicroseconds else { return }
            state.summary.longestMicroseconds = max(state.summary.longestMicroseconds, wait.microseconds)
            if state.summary.waits.count < Self.mostWaits { state.summary.waits.append(wait) }
        }
    }
}
