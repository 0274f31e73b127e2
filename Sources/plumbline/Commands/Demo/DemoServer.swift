import BudgetOperations
import BudgetWeb
import Foundation
import Hummingbird

/// The real server on this machine, for as long as the demo needs it.
enum DemoServer {
    static func run(
        _ plumbline: Plumbline, port: Int = 0, desk: DemoDesk? = nil, surroundings: Surroundings = .none,
        while work: (_ url: URL) async throws -> Void
    ) async throws {
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        let server = BudgetServer(
            plumbline: plumbline, address: ServerAddress(host: "127.0.0.1", port: port),
            version: PlumblineCommand.version, demo: desk, surroundings: surroundings)
        let application = server.application { port in listening.yield(port) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { listening.finish() }
                try await application.run()
            }
            for await port in ports {
                guard let url = URL(string: "http://localhost:\(port)") else { break }
                try await work(url)
                break
            }
            group.cancelAll()
            try await group.waitForAll()
        }
    }
}
