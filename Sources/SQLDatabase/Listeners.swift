import Synchronization

/// Who waits for which channel, in this process.
final class Listeners: Sendable {
    private struct State {
        var streams: [String: [Int: AsyncStream<Void>.Continuation]] = [:]
        var made = 0
        var hasEnded = false
    }

    private let state = Mutex(State())

    /// Ticks that come while nobody takes one become one.
    func stream(of channel: String) -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let number: Int? = state.withLock { state in
            guard !state.hasEnded else { return nil }
            state.made += 1
            state.streams[channel, default: [:]][state.made] = continuation
            return state.made
        }
        guard let number else {
            continuation.finish()
            return stream
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { $0.streams[channel]?[number] = nil }
        }
        return stream
    }

    func tell(_ channel: String) {
        for listener in state.withLock({ $0.streams[channel].map { Array($0.values) } ?? [] }) { listener.yield() }
    }

    func end() {
        let streams = state.withLock { state in
            defer { (state.streams, state.hasEnded) = ([:], true) }
            return state.streams.values.flatMap(\.values)
        }
        for stream in streams { stream.finish() }
    }
}
