import Dispatch
import Synchronization

/// The connections of one process: made when they are needed, up to a limit, and then waited for in order.
final class ConnectionPool: Sendable {
    private let settings: PostgreSQLSettings
    private let state = Mutex(State())

    private struct State {
        var idle: [PostgreSQLConnection] = []
        /// Connections that are out, idle or being made.
        var open = 0
        var waiting: [Waiter] = []
        var lastWaiter = 0
        var isClosed = false
    }

    /// What a transaction gets: a connection, or the right to make one.
    private enum Grant {
        case connection(PostgreSQLConnection)
        case place
    }

    private struct Waiter {
        let number: Int
        let continuation: CheckedContinuation<Grant, any Error>
    }

    init(_ settings: PostgreSQLSettings) {
        self.settings = settings
    }

    /// - Throws: ``ServerFault/poolFull(waiting:)``, ``ServerFault/poolWait(_:)``, `CancellationError`, or why no
    ///   connection could be made.
    func take() async throws -> PostgreSQLConnection {
        try Task.checkCancellation()
        switch try await grant() {
        case .connection(let connection): return connection
        case .place:
            do {
                return try await PostgreSQLConnection.open(settings)
            } catch {
                leavePlace()
                throw error
            }
        }
    }

    /// A connection that is no longer usable is closed, and all idle ones with it: what ended one, a server that went
    /// away, has most likely ended them too, and each would fail a transaction first.
    func giveBack(_ connection: PostgreSQLConnection) {
        guard connection.isUsable else {
            let dropped = state.withLock { state in
                defer { state.idle = [] }
                state.open -= state.idle.count
                return state.idle
            }
            return withExtendedLifetime(dropped) { leavePlace() }
        }
        let next = state.withLock { state -> Waiter? in
            if !state.waiting.isEmpty { return state.waiting.removeFirst() }
            if state.isClosed { state.open -= 1 } else { state.idle.append(connection) }
            return nil
        }
        next?.continuation.resume(returning: .connection(connection))
    }

    /// Transactions that have a connection go on to their end.
    func close() {
        let (idle, waiting) = state.withLock { state in
            defer { (state.idle, state.waiting, state.isClosed) = ([], [], true) }
            state.open -= state.idle.count
            return (state.idle, state.waiting)
        }
        withExtendedLifetime(idle) {
            for waiter in waiting { waiter.continuation.resume(throwing: DatabaseError.server(.closed)) }
        }
    }

    private func leavePlace() {
        let next = state.withLock { state -> Waiter? in
            if !state.waiting.isEmpty { return state.waiting.removeFirst() }
            state.open -= 1
            return nil
        }
        next?.continuation.resume(returning: .place)
    }

    // MARK: Waiting

    private func grant() async throws -> Grant {
        let number = state.withLock { state in
            state.lastWaiter += 1
            return state.lastWaiter
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                wait(Waiter(number: number, continuation: continuation))
                if Task.isCancelled { end(number, with: CancellationError()) }
            }
        } onCancel: {
            end(number, with: CancellationError())
        }
    }

    private func wait(_ waiter: Waiter) {
        let answer: Result<Grant, any Error>? = state.withLock { state in
            if state.isClosed { return .failure(DatabaseError.server(.closed)) }
            if let connection = state.idle.popLast() { return .success(.connection(connection)) }
            if state.open < settings.poolSize {
                state.open += 1
                return .success(.place)
            }
            guard state.waiting.count < settings.mostWaiting else {
                return .failure(DatabaseError.server(.poolFull(waiting: state.waiting.count)))
            }
            state.waiting.append(waiter)
            return nil
        }
        if let answer { return waiter.continuation.resume(with: answer) }
        let limit = settings.waitLimit
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(Int(limit.milliseconds))) { [weak self] in
            self?.end(waiter.number, with: DatabaseError.server(.poolWait(limit)))
        }
    }

    private func end(_ number: Int, with error: any Error) {
        let waiter = state.withLock { state in
            state.waiting.firstIndex { $0.number == number }.map { state.waiting.remove(at: $0) }
        }
        waiter?.continuation.resume(throwing: error)
    }
}
