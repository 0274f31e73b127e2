import Dispatch
import Glibc
import Synchronization

/// The one connection of a process that hears what the server's transactions tell each other. It is made when somebody
/// first listens, and made again whenever it is lost, until the database is closed.
final class ServerListener: Sendable {
    private struct State {
        var channels: Set<String> = []
        var isRunning = false
        var hasEnded = false
    }

    private let settings: PostgreSQLSettings
    private let listeners = Listeners()
    private let state = Mutex(State())
    private let alarm = Alarm()
    private let queue = DispatchQueue(label: "postgresql notifications")

    init(_ settings: PostgreSQLSettings) {
        self.settings = settings
    }

    func stream(of channel: String) -> AsyncStream<Void> {
        let stream = listeners.stream(of: channel)
        let isFirst = state.withLock { state in
            state.channels.insert(channel)
            defer { state.isRunning = true }
            return !state.isRunning && !state.hasEnded
        }
        if isFirst { queue.async { self.run() } }
        alarm.ring()
        return stream
    }

    func end() {
        state.withLock { $0.hasEnded = true }
        alarm.ring()
        listeners.end()
    }

    private var hasEnded: Bool { state.withLock(\.hasEnded) }

    /// Blocks its queue for as long as the database is open.
    private func run() {
        var pause: Duration = .zero
        while !hasEnded {
            do {
                let connection = try PostgreSQLConnection.open(settings, on: queue)
                pause = .zero
                try listen(on: connection)
            } catch {
                pause = min(max(pause * 2, .milliseconds(100)), .seconds(5))
                alarm.wait(for: pause)
            }
        }
    }

    private func listen(on connection: PostgreSQLConnection) throws {
        var heard: Set<String> = []
        while !hasEnded {
            for channel in state.withLock(\.channels).subtracting(heard).sorted() {
                try connection.run("LISTEN \"\(channel)\"")
                heard.insert(channel)
                listeners.tell(channel)
            }
            try connection.notifiedChannels(orRingOf: alarm).forEach(listeners.tell)
        }
    }
}
