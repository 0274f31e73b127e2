import Logging
import Synchronization
import Testing

@testable import plumbline

@Suite struct LoopTests {
    @Test func `trouble is logged when it begins and when it is over, and ends nothing`() async throws {
        let turns = Mutex(0)
        let lines = LogLines()
        let loop = Loop(
            name: "posting", log: lines.logger, pause: {},
            turn: {
                let turn = turns.withLock { turns in
                    turns += 1
                    return turns
                }
                if [2, 3, 4, 6].contains(turn) { throw Trouble() }
                return turn == 8 ? .stop : .goOn
            })

        try await loop.run()

        #expect(turns.withLock { $0 } == 8)
        #expect(
            lines.all == [
                "work failed, and is tried again and again", "work goes on again",
                "work failed, and is tried again and again", "work goes on again",
            ])
    }

    private struct Trouble: Error {}
}

/// What was logged, without its details.
private final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    var logger: Logger {
        Logger(label: "test") { _ in Handler(lines: self) }
    }

    private struct Handler: LogHandler {
        let lines: LogLines
        var logLevel = Logger.Level.trace
        var metadata: Logger.Metadata = [:]

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            lines.lines.withLock { $0.append("\(event.message)") }
        }
    }
}
