import BudgetOperations
import Foundation
import QuickBooksEmulators
import SQLDatabase
import Synchronization
import TestStorage
import Testing

@testable import plumbline

/// The driver of the failover proof, over one database with two server processes of which one is killed again and
/// again. It has to find nothing wrong where nothing is, and a fault where one was planted.
@Suite(.serialized, .timeLimit(.minutes(10))) struct BenchmarkFailoverTests {
    @Test(arguments: Storage.shared)
    func `nothing is lost or doubled while servers are killed`(storage: Storage) async throws {
        let report = try await Self.run(on: storage) { _ in }

        #expect(report.violations == [])
        #expect(report.acceptedExports >= 4)
        #expect(report.callsLost >= 2)
    }

    @Test func `a line changed in QuickBooks is named`() async throws {
        let report = try await Self.run(on: .file) { firms in
            let books = firms[1].books
            let estimate = try #require(books.estimates.first)
            try books.setAmount(ofLine: 0, inEstimate: estimate.txnID, cents: 0)
        }

        #expect(report.violations.count == 2)
        #expect(report.violations.allSatisfy { $0.contains(" 2: ") })
        #expect(report.violations.first?.contains("has 0 cents in QuickBooks") == true)
        #expect(report.violations.last?.contains("QuickBooks' estimate is worth") == true)
    }

    private static func run(
        on storage: Storage, tamper: @escaping @Sendable ([BenchmarkFirm]) throws -> Void
    ) async throws -> FailoverReport {
        let stored = try await storage.newDatabase { try await Self.plumbline(on: $0).migrate() }
        let servers = MortalServers(options: stored.commandLineOptions)
        defer { servers.end() }
        return try await FailoverRun(
            plumbline: plumbline(on: stored.database),
            servers: [{ try await servers.send($0, to: 0) }, { try await servers.send($0, to: 1) }], companies: 3,
            seed: 4, settleSeconds: 60, shallStop: { servers.killings >= 2 && servers.calls >= 120 }, tamper: tamper
        ).run()
    }

    private static func plumbline(on database: Database) -> Plumbline {
        Plumbline(
            database: database, clock: Composition.systemClock, randomness: Composition.systemRandomness,
            log: Composition.demoLog)
    }
}

/// Two servers, the second of which is killed in the middle of every fiftieth call, and started again at the next.
private final class MortalServers: Sendable {
    private struct State {
        var running: [Int: ServerProcess] = [:]
        var calls = 0
        var killings = 0
    }

    private let state = Mutex(State())
    private let options: [String]

    init(options: [String]) { self.options = options }

    var calls: Int { state.withLock(\.calls) }
    var killings: Int { state.withLock(\.killings) }

    func send(_ call: SOAPCall, to index: Int) async throws -> [UInt8] {
        let (server, isLast) = try state.withLock { state in
            state.calls += 1
            let server = try state.running[index] ?? ServerProcess(options: options)
            let isLast = index == 1 && state.calls / 50 > state.killings
            state.running[index] = isLast ? nil : server
            if isLast { state.killings += 1 }
            return (server, isLast)
        }
        guard let url = server.service else { throw JourneyProblem(text: "no address") }
        async let answer = HTTPTransport.post(to: url, timeoutSeconds: 20)(call)
        if isLast { server.kill() }
        return try await answer
    }

    func end() {
        for server in state.withLock({ Array($0.running.values) }) { server.kill() }
    }
}
