import ArgumentParser
import BudgetDomain
import BudgetOperations
import Foundation
import QuickBooksEmulators

struct BenchmarkFailoverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "failover",
        abstract: "Prove that nothing accepted is lost or doubled while servers and databases are killed.",
        discussion: """
            Makes companies on a database whose servers run already, each with an emulated QuickBooks and Web \
            Connector, and works through accepted exports until the stop file appears or the time is over. Then \
            everything has to settle, and is verified. Somebody else does the killing meanwhile, from the moment at \
            which a line “Working …” is written. Exit codes: 0 proven, 1 disproven, others: no proof.
            """)

    @Option(help: ArgumentHelp("The servers, as http://HOST:PORT with commas between.", valueName: "urls"))
    var servers: ServerList

    @Option(help: "Companies.")
    var companies = 50

    @Option(help: "Decides the amounts, and which call goes to which server.")
    var seed: UInt64 = 1

    @Option(help: "New work ends when this file exists.")
    var stopFile: String?

    @Option(help: "Seconds after which new work ends; without a stop file 60.")
    var timeLimit: Int?

    @Option(help: "Seconds in which what was begun has to be over.")
    var settleLimit = 50

    @Option(help: "The file that the report is written to, as JSON.")
    var report: String?

    @OptionGroup var shared: SharedOptions

    /// The .NET client waits 100 s; less shows sooner that a server hangs.
    private static let callSeconds = 30

    func validate() throws {
        guard (1...1_000).contains(companies) else { throw ValidationError("--companies is from 1 to 1000.") }
        guard (1...3_600).contains(timeLimit ?? 60) else { throw ValidationError("--time-limit is from 1 to 3600.") }
        guard (1...3_600).contains(settleLimit) else { throw ValidationError("--settle-limit is from 1 to 3600.") }
    }

    func run() async throws {
        let terminal = Terminal.system
        try await shared.namingFailures(on: terminal) {
            let plumbline = try await BenchmarkDatabase.open(shared)
            let found = try await run(in: plumbline, on: terminal).run()
            let json = try JSONText.of(found)
            if let report { try write(json, to: report) }
            try terminal.write(shared.json ? json : found.text)
            guard found.violations.isEmpty else { throw ExitCode(ExitStatus.failure.rawValue) }
        }
    }

    private func run(in plumbline: Plumbline, on terminal: Terminal) -> FailoverRun {
        let limit = plumbline.clock.now().adding(seconds: Int64(timeLimit ?? (stopFile == nil ? 60 : 3_600)))
        let companies = companies
        return FailoverRun(
            plumbline: plumbline,
            servers: servers.services.map { HTTPTransport.post(to: $0, timeoutSeconds: Self.callSeconds) },
            companies: companies, seed: seed, settleSeconds: Int64(settleLimit),
            shallStop: { [stopFile] in
                plumbline.clock.now() >= limit
                    || stopFile.map { FileManager.default.fileExists(atPath: $0) } ?? false
            },
            tellWorking: { terminal.writeError("Working: \(companies) companies and their Web Connectors.\n") })
    }

    private func write(_ json: String, to path: String) throws {
        do {
            try Data(json.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw InputFileProblem.cannotBeWritten(path: path, reason: error.localizedDescription)
        }
    }
}
