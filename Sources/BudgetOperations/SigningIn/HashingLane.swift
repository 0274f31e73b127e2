import BudgetDomain
import Dispatch

/// Where passwords are hashed: at most two at a time, on threads of their own, so that signing in can take neither all
/// memory nor the threads that everything else runs on.
actor HashingLane {
    static let mostAtOnce = 2
    /// Whoever comes when so many wait is asked to try again, since the wait would be longer than people have patience.
    static let mostWaiting = 24

    private let queue = DispatchQueue(label: "plumbline passwords", attributes: .concurrent)
    private var running = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func key(of password: String, recipe: PasswordRecipe) async throws -> PasswordKey {
        try await takeTurn()
        defer { passTurnOn() }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try PasswordKey(password: password, recipe: recipe) }) }
        }
    }

    private func takeTurn() async throws(Refused) {
        if running < Self.mostAtOnce {
            running += 1
            return
        }
        guard waiting.count < Self.mostWaiting else { throw Refused(.signInIsBusy) }
        await withCheckedContinuation { waiting.append($0) }
    }

    /// Whoever waits longest takes over the turn that ends.
    private func passTurnOn() {
        if waiting.isEmpty { running -= 1 } else { waiting.removeFirst().resume() }
    }
}
