import Dispatch

/// When a transaction that lost its server is run again: at once, then after pauses that double up to two seconds, each
/// shortened by chance so that the servers of a firm do not all come back in the same moment.
struct Retries {
    private let deadline: ContinuousClock.Instant
    private var pause: Duration = .zero

    init(limit: Duration) {
        deadline = .now + limit
    }

    /// - Throws: `error` when it is here to stay, or there is no time left for another run.
    mutating func pause(after error: any Error) async throws {
        guard (error as? DatabaseError)?.isPassing ?? false, .now + pause < deadline else { throw error }
        var generator = SystemRandomNumberGenerator()
        await Self.wait(milliseconds: Int.random(in: 0...Int(pause.milliseconds), using: &generator))
        pause = min(max(pause * 2, .milliseconds(50)), .seconds(2))
    }

    /// Not ended by cancelling the task: what asks whether a commit was stored has to go on.
    private static func wait(milliseconds: Int) async {
        guard milliseconds > 0 else { return }
        await withCheckedContinuation { continuation in
            DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { continuation.resume() }
        }
    }
}
