import Foundation

/// What a command may say and ask. The only folder of the product that writes to the screen.
struct Terminal: Sendable {
    /// Columns of the screen; nil when the output goes to a file or a program, which gets everything uncut.
    let width: Int?
    /// Whether somebody is there to answer a question.
    let canAsk: Bool
    /// Whether somebody is there to see progress.
    let showsProgress: Bool
    /// Writes a report. It fails with ``LostReport``, as when it goes to a file on a full disk.
    let write: @Sendable (String) throws -> Void
    let writeError: @Sendable (String) -> Void
    let readLine: @Sendable () -> String?

    /// Tells where long work has come to, beside the output and only to a person.
    func progress(_ text: String) {
        if showsProgress { writeError(text + "\n") }
    }

    /// Asks a question that only a written yes answers with yes.
    func agrees(to question: String) -> Bool {
        writeError(question + " [y/N] ")
        let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased()
        return answer == "y" || answer == "yes"
    }
}

extension Terminal {
    static let system = Terminal(
        width: isatty(STDOUT_FILENO) == 1 ? screenWidth : nil,
        canAsk: isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1,
        showsProgress: isatty(STDERR_FILENO) == 1,
        write: { text in
            do {
                try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
            } catch {
                throw LostReport(reason: error.localizedDescription)
            }
        },
        // When this fails too, nobody is left to be told.
        writeError: { try? FileHandle.standardError.write(contentsOf: Data($0.utf8)) },
        readLine: { Swift.readLine() })

    private static var screenWidth: Int {
        var size = winsize()
        let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return isKnown ? Int(size.ws_col) : 80
    }
}
