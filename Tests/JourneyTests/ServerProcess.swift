import Foundation
import Glibc
import Synchronization

/// The real program, started as a process of its own and killed without warning.
final class ServerProcess: Sendable {
    private let process: Mutex<Process>
    let port: Int

    /// Where the test runner stands, the program stands too.
    static var program: URL {
        let runner = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        return runner.appendingPathComponent("plumbline")
    }

    /// Starts `plumbline serve` and waits until it says where it listens.
    /// - Parameter options: those that name the database.
    init(options: [String]) throws {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = ["serve", "--port", "0", "--json"] + options
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        var said = Data()
        while let text = String(data: said, encoding: .utf8), !text.contains("}") {
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { throw JourneyProblem(text: "the server ended: \(text)") }
            said += more
        }
        struct Listening: Decodable { let port: Int }
        port = try JSONDecoder().decode(Listening.self, from: said).port
        self.process = Mutex(process)
    }

    var service: URL? { URL(string: "http://127.0.0.1:\(port)/qbwc") }

    /// SIGKILL, and the end of the process awaited.
    func kill() {
        process.withLock { process in
            if process.isRunning { Glibc.kill(process.processIdentifier, SIGKILL) }
            process.waitUntilExit()
        }
    }
}
