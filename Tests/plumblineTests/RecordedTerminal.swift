import Synchronization

@testable import plumbline

/// A screen that keeps what is written on it.
final class RecordedTerminal: Sendable {
    private let written = Mutex((output: "", errors: ""))

    var output: String { written.withLock { $0.output } }
    var errors: String { written.withLock { $0.errors } }

    var terminal: Terminal {
        Terminal(
            width: nil, canAsk: false, showsProgress: false,
            write: { text in self.written.withLock { $0.output += text } },
            writeError: { text in self.written.withLock { $0.errors += text } }, readLine: { nil })
    }
}
