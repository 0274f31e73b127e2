import Logging
import ServiceLifecycle

/// Work that a server repeats beside answering calls. Trouble, such as a database that is away, is logged when it
/// begins and when it is over, and never ends the server. When the server stops, a turn that has begun is finished.
struct Loop: Service {
    enum AfterTurn {
        case goOn
        /// The loop ends, and with it the server.
        case stop
    }

    let name: String
    let log: Logger
    /// Waits between two turns.
    let pause: @Sendable () async throws -> Void
    let turn: @Sendable () async throws -> AfterTurn

    func run() async throws {
        var isInTrouble = false
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            do {
                let next = try await turn()
                if isInTrouble { log.notice("work goes on again", metadata: ["work": "\(name)"]) }
                isInTrouble = false
                if next == .stop { return }
            } catch {
                if !isInTrouble {
                    log.warning(
                        "work failed, and is tried again and again", metadata: ["work": "\(name)", "error": "\(error)"])
                }
                isInTrouble = true
            }
            // A pause that was cut short is how the server says that it stops.
            try? await cancelWhenGracefulShutdown(pause)
        }
    }
}
