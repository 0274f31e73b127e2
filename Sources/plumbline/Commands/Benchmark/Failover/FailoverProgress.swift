import BudgetDomain
import Synchronization

/// How far a run has come. Everybody who works in it looks here before going on.
final class FailoverProgress: Sendable {
    private enum Phase {
        case working
        case settling(until: Instant)
    }

    private let phase = Mutex(Phase.working)
    let now: @Sendable () -> Instant

    init(now: @escaping @Sendable () -> Instant) { self.now = now }

    var takesNewWork: Bool {
        phase.withLock { phase in
            if case .working = phase { true } else { false }
        }
    }

    /// What was begun has to be over by then.
    var isOutOfTime: Bool {
        phase.withLock { phase in
            if case .settling(let deadline) = phase { now() >= deadline } else { false }
        }
    }

    func settle(until deadline: Instant) { phase.withLock { $0 = .settling(until: deadline) } }
}

/// Pauses of a run. Short, so that a recovery is seen soon; not zero, since people and Web Connectors wait too.
enum FailoverPace {
    static let betweenPolls: ClosedRange<Int> = 300...900
    static let afterAFailure: ClosedRange<Int> = 150...350
    static let betweenLooks: ClosedRange<Int> = 300...600

    static func pause(_ milliseconds: ClosedRange<Int>) async {
        // Cancelled means that the run is over, and whoever pauses looks at that next.
        try? await Task.sleep(for: .milliseconds(Int.random(in: milliseconds)))
    }
}
