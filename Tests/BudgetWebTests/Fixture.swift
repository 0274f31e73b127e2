import BudgetDomain
import BudgetOperations
import BudgetWeb
import Foundation
import FoundationNetworking
import Hummingbird
import Logging
import SQLDatabase
import Synchronization
import TestStorage

/// The real server on a port of its own with a furnished company, for as long as a test needs it.
struct RunningSite: Sendable {
    let plumbline: Plumbline
    let company: Company
    let time: HandMovedTime
    let port: Int

    static let password = "otter piano brick 7"

    /// - Parameters:
    ///   - publicURL: how people reach the site.
    ///   - isEmpty: without a company.
    ///   - log: where the server writes.
    ///   - demo: what the demo's page leads to; nil where the site is no demo.
    ///   - surroundings: what pages need beyond the database.
    static func run(
        publicURL: String? = nil, isEmpty: Bool = false, log: Logger = .silent, demo: DemoDesk? = nil,
        surroundings: Surroundings = .none, _ test: @escaping @Sendable (RunningSite) async throws -> Void
    ) async throws {
        let time = HandMovedTime()
        let stored = try await Storage.memory.newDatabase(migratedBy: Plumbline.migrate)
        let counter = Mutex<UInt64>(1)
        let plumbline = Plumbline(
            database: stored.database.observed(by: TenancyRule.watch), clock: Clock { time.now },
            randomness: Randomness { count in
                counter.withLock { state in
                    state += 1
                    return (0..<count).map { UInt8(truncatingIfNeeded: (state &* 2_654_435_761) >> ($0 % 8)) }
                }
            }, log: log,
            passwordCost: PasswordCost(rounds: 16, blockSize: 1, parallelism: 1))
        let company = isEmpty ? Company(id: ID("none"), name: "", currency: .usd) : try await furnish(plumbline)
        let server = BudgetServer(
            plumbline: plumbline, address: ServerAddress(host: "127.0.0.1", port: 0, publicURL: publicURL),
            version: "test", demo: demo, surroundings: surroundings)
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        let application = server.application { port in listening.yield(port) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { listening.finish() }
                try await application.run()
            }
            for await port in ports {
                try await test(RunningSite(plumbline: plumbline, company: company, time: time, port: port))
                break
            }
            group.cancelAll()
        }
        withExtendedLifetime(stored) {}
    }

    private static func furnish(_ plumbline: Plumbline) async throws -> Company {
        let company = try await plumbline.addCompany(name: "Halvorsen Builders", currency: .usd)
        for (name, template) in [("Ada", "administrator"), ("Vic", "viewer")] {
            let email = "\(name.lowercased())@halvorsen.example"
            _ = try await plumbline.addPerson(
                to: company.id, name: name, email: email, template: template, by: .commandLine)
            let link = try await plumbline.makeSignInLink(.invitation, for: email, in: company.id, by: .commandLine)
            try await plumbline.setPassword(password, byLink: link.secret)
        }
        _ = try await plumbline.addProject(
            to: company.id, number: "1001", name: "Harbour <Street> & Clinic", isERPIntegrated: true, by: .commandLine)
        return company
    }
}

extension Logger {
    static let silent = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
}

/// A clock that stands until it is moved.
final class HandMovedTime: Sendable {
    private let instant = Mutex(Instant(microsecondsSince1970: 1_772_442_000_000_000))

    var now: Instant { instant.withLock { $0 } }

    func move(seconds: Int64) {
        instant.withLock { $0 = $0.adding(seconds: seconds) }
    }
}
