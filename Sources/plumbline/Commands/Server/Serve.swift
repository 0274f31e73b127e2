import ArgumentParser
import BudgetOperations
import BudgetWeb
import SQLDatabase

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the server: the web application, and what the QuickBooks Web Connector calls.",
        discussion: """
            The SOAP endpoint is /qbwc, its description /qbwc?wsdl, its support page /qbwc/support. It speaks plain \
            HTTP: to be reached from another machine, put a reverse proxy with TLS before it and name its address \
            with --public-url.
            """)

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 lets the system choose.")
    var port = 8080

    @Option(help: "The server's address as the machine with QuickBooks reaches it.")
    var publicURL: String?

    @OptionGroup var signing: SigningKeyOptions
    @OptionGroup var limit: ConnectionLimit
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port is from 0 to 65535.") }
        if let publicURL { _ = try PublicAddress.read(publicURL) }
    }

    func run() async throws {
        KeptMemory.turnOn()
        let terminal = Terminal.system
        try await shared.namingFailures(on: terminal) {
            let database = try shared.address(in: .system)
            let plumbline = try await Composition.open(
                database, whenMissing: .make, connections: try limit.count(in: .system),
                log: Composition.serverLog)
            let address = ServerAddress(host: host, port: port, publicURL: publicURL)
            let setUpSecret = try await plumbline.makeSetUpLink()
            // Without a place for the key there are no certificates to download, which their page says.
            let surroundings = Surroundings.of(
                plumbline, key: try? signing.file(beside: database, in: .system))
            let server = ServerRun(plumbline: plumbline, address: address, surroundings: surroundings) {
                [host, publicURL, shared] port in
                let listening = ListeningJSON(
                    url: publicURL ?? "http://\(host):\(port)", port: port, setUpSecret: setUpSecret)
                // A server does not stop for its greeting.
                let json = (try? JSONText.of(listening)) ?? ""
                try? terminal.write(shared.json ? json : listening.text)
            }
            do {
                try await server.run()
            } catch let overtaken as DatabaseError {
                throw overtaken
            } catch let overtaken as MoveProblem {
                throw overtaken
            } catch {
                throw ServerProblem.stopped(host: host, port: port, reason: "\(error)")
            }
        }
    }
}

struct ListeningJSON: Encodable {
    let url: String
    let port: Int
    /// Where the first company is made; nil when there is one.
    let setUp: String?

    init(url: String, port: Int, setUpSecret: String?) {
        self.url = url
        self.port = port
        setUp = setUpSecret.map { PublicLink.setUp($0, at: url) }
    }

    var text: String {
        let begin = setUp.map { "There is no company yet. Make the first one, within a day and once, at\n  \($0)\n" }
        return """
            Listening on \(url); interrupt to stop.
              Web Connector  \(url)/qbwc
              Support page   \(url)/qbwc/support

            """ + (begin ?? "")
    }
}

enum ServerProblem: Error, Equatable {
    case stopped(host: String, port: Int, reason: String)

    var sentence: String {
        switch self {
        case .stopped(let host, let port, let reason): "The server on \(host):\(port) stopped: \(reason)."
        }
    }

    var cure: String { "If another program listens there, choose another --port." }
}
