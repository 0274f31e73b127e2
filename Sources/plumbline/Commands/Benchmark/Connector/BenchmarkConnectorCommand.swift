import ArgumentParser
import BudgetDomain
import Foundation
import QuickBooksEmulators

struct BenchmarkConnectorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "connector",
        abstract: "Poll a server as the Web Connector does, for an emulated QuickBooks that is kept in a file.",
        discussion: """
            Polls until the server has nothing to do, trying again when it cannot be reached or breaks off, and writes \
            the estimates that QuickBooks then holds. With it the whole product can be tried from scripts. Exit codes: \
            0 nothing is left to do, 1 the time was over before that.
            """)

    @Option(help: "The .qwc file, from `plumbline connector qwc`.")
    var qwc: String

    @Option(help: "The file that `plumbline connector add --json` wrote.")
    var credentials: String

    @Option(help: "The file that keeps the company file between runs; made if there is none.")
    var books: String

    @Option(help: "Seconds after which it ends with 1.")
    var seconds = 60

    @OptionGroup var shared: SharedOptions

    private static let pauseMilliseconds: ClosedRange<Int> = 20...60
    private static let callSeconds = 30

    func validate() throws {
        guard (1...3_600).contains(seconds) else { throw ValidationError("--seconds is from 1 to 3600.") }
    }

    /// The report is JSON, for scripts.
    func run() async throws {
        let terminal = Terminal.system
        try await shared.namingFailures(on: terminal) {
            let kept = try KeptBooks.open(books)
            var report = try await poll(
                WebConnector(
                    account: try account(), company: kept.file,
                    transport: HTTPTransport.post(to: try service(), timeoutSeconds: Self.callSeconds)))
            try kept.save()
            report.take(kept.file)
            try terminal.write(JSONText.of(report))
            guard report.isIdle else { throw ExitCode(ExitStatus.failure.rawValue) }
        }
    }

    private func account() throws -> ConnectorAccount {
        let shown = Data(try InputFile.read(credentials, limit: Self.mostBytes))
        return try ConnectorAccount(
            qwc: try InputFile.read(qwc, limit: Self.mostBytes),
            password: try JSONDecoder().decode(Credentials.self, from: shown).password)
    }

    private func service() throws -> URL {
        guard let url = try account().appURL.flatMap(URL.init(string:)) else {
            throw DemoProblem(sentence: "\(qwc) names no address.")
        }
        return url
    }

    private static let mostBytes = 64 << 10

    private func poll(_ connector: WebConnector) async throws -> EmulatedRunJSON {
        let deadline = ContinuousClock.now.advanced(by: .seconds(seconds))
        var report = EmulatedRunJSON()
        repeat {
            let poll = await connector.poll()
            report.take(poll)
            if poll.outcome == .nothingToDo { break }
            if !poll.outcome.endedWell { await FailoverPace.pause(Self.pauseMilliseconds) }
        } while ContinuousClock.now < deadline
        return report
    }

    private struct Credentials: Decodable { let password: String }
}
