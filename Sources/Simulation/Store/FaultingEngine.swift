package import SQLDatabase
internal import Synchronization

/// The server that asked was killed: nothing that it says afterwards reaches anybody.
package struct ServerKilled: Error {}

/// One server's way to the database, on which it may be killed before or after a commit, or find the database busy.
package final class FaultingEngine: Engine {
    package enum Fate: Sendable, Hashable {
        case killedBeforeCommit
        case killedAfterCommit
        case refused
    }

    private struct State {
        var isDead = false
        /// The fate of a commit, and how many go well before it.
        var planned: (fate: Fate, after: Int)?
        var fateStruck: Fate?
        var commits = 0
    }

    private let inner: any Engine
    private let rewriting: Rewriting?
    private let losesCommit: (@Sendable () -> Bool)?
    private let state = Mutex(State())

    /// - Parameters:
    ///   - rewriting: what a mutant makes of each statement.
    ///   - losesCommit: whether a mutant rolls this transaction back, and says that it was committed.
    package init(
        _ inner: any Engine, rewriting: Rewriting? = nil, losesCommit: (@Sendable () -> Bool)? = nil
    ) {
        self.inner = inner
        self.rewriting = rewriting
        self.losesCommit = losesCommit
    }

    package var isDead: Bool { state.withLock { $0.isDead } }
    /// How many transactions of this server were committed.
    package var commits: Int { state.withLock { $0.commits } }
    /// The last fate that was met, since ``clearFate()``.
    package var fateStruck: Fate? { state.withLock { $0.fateStruck } }

    package func kill() { state.withLock { $0.isDead = true } }

    package func plan(_ fate: Fate, after commits: Int) {
        state.withLock { $0.planned = (fate, commits) }
    }

    package func clearFate() {
        state.withLock {
            $0.planned = nil
            $0.fateStruck = nil
        }
    }

    package var name: String { inner.name }

    package func read<T: Sendable>(
        _ scope: RowScope, _ body: @escaping @Sendable (any EngineConnection) throws -> T
    ) async throws -> T {
        guard !isDead else { throw ServerKilled() }
        guard let rewriting else { return try await inner.read(scope, body) }
        return try await inner.read(scope) { try body(RewritingConnection(inner: $0, rewriting: rewriting)) }
    }

    package func write<T: Sendable>(
        _ scope: RowScope, _ body: @escaping @Sendable (any EngineConnection) throws -> T
    ) async throws -> T {
        let fate = try nextFate()
        if fate == .refused { throw DatabaseError.busy }
        if losesCommit?() ?? false { return try await losing(scope, body) }
        let result = try await inner.write(scope) { [rewriting] connection in
            let result = try body(rewriting.map { RewritingConnection(inner: connection, rewriting: $0) } ?? connection)
            if fate == .killedBeforeCommit {
                self.kill()
                throw ServerKilled()
            }
            return result
        }
        state.withLock { $0.commits += 1 }
        if fate == .killedAfterCommit {
            kill()
            throw ServerKilled()
        }
        return result
    }

    /// Runs the transaction, keeps its result, and rolls it back.
    private func losing<T: Sendable>(
        _ scope: RowScope, _ body: @escaping @Sendable (any EngineConnection) throws -> T
    ) async throws -> T {
        let kept = Mutex<T?>(nil)
        do {
            try await inner.write(scope) { connection in
                let result = try body(connection)
                kept.withLock { $0 = result }
                throw Lost()
            }
        } catch is Lost {}
        guard let result = kept.withLock({ $0 }) else { throw DatabaseError.busy }
        return result
    }

    private struct Lost: Error {}

    private func nextFate() throws -> Fate? {
        try state.withLock { state in
            guard !state.isDead else { throw ServerKilled() }
            guard let (fate, after) = state.planned else { return nil }
            guard after == 0 else {
                state.planned = (fate, after - 1)
                return nil
            }
            state.planned = nil
            state.fateStruck = fate
            return fate
        }
    }

    package func backup(to path: String) async throws { try await inner.backup(to: path) }
    package func integrityProblems() async throws -> [String] { try await inner.integrityProblems() }
    package func notifications(on channel: String) -> AsyncStream<Void> { inner.notifications(on: channel) }
    package func facts() async throws -> ServerFacts? { try await inner.facts() }
    package func forgetOldReceipts() async throws { try await inner.forgetOldReceipts() }
    package func close() throws {}
}
