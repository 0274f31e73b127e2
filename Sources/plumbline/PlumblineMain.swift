import ArgumentParser

/// Where the process begins. Errors of the command line itself end with the same table of exit codes as all others.
@main struct PlumblineMain {
    static func main() async {
        let terminal = Terminal.system
        do {
            var command = try PlumblineCommand.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error, on: terminal)
        }
    }

    private static func end(with error: any Error, on terminal: Terminal) {
        let status = ExitStatus(ending: error)
        let message = PlumblineCommand.fullMessage(for: error)
        if !message.isEmpty {
            if status == .done { try? terminal.write(message + "\n") } else { terminal.writeError(message + "\n") }
        }
        PlumblineCommand.exit(withError: ExitCode(status.rawValue))
    }
}
