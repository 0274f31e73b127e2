import BudgetDomain
import BudgetOperations
import Foundation
import QuickBooksEmulators
import SQLDatabase
import Synchronization
import Testing

/// The real server over real HTTP, killed with SIGKILL at one call of the journey, started again, and polled until
/// the journey is whole. Every call is a case, and each is killed before, during and after.
@Suite(.serialized, .timeLimit(.minutes(5))) struct KilledServerTests {
    @Test(arguments: 1...12, KillMoment.allCases)
    func `a server killed at any call finishes with one estimate`(call: Int, moment: KillMoment) async throws {
        let data = FileManager.default.temporaryDirectory.appendingPathComponent("plumbline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: data) }
        let file = data.appendingPathComponent("plumbline.sqlite").path
        let firm = try await Firm(database: .openSQLite(at: file))
        try await firm.sendBudget()
        try await firm.accept()
        let killer = Killer(data: data, call: call, moment: moment)
        defer { killer.end() }

        try await firm.poll(
            WebConnector(account: firm.account, company: firm.books, transport: { try await killer.send($0) }),
            untilListsAreSynced: false)

        try await firm.expectOneEstimate(totalCents: 17_024_950, lines: 5)
        #expect(firm.books.executedWrites == 1 + 3 + 1)
    }
}

enum KillMoment: CaseIterable {
    case before, during, after
}

/// Sends calls to a server that it kills once, and starts again for the next call.
final class Killer: Sendable {
    private struct State {
        var server: ServerProcess?
        var calls = 0
    }

    private let state = Mutex(State())
    private let data: URL
    private let call: Int
    private let moment: KillMoment

    init(data: URL, call: Int, moment: KillMoment) {
        self.data = data
        self.call = call
        self.moment = moment
    }

    func send(_ soap: SOAPCall) async throws -> [UInt8] {
        let (server, isTheOne) = try state.withLock { state in
            let server = try state.server ?? ServerProcess(data: data)
            state.server = server
            state.calls += 1
            return (server, state.calls == call)
        }
        guard let url = server.service else { throw JourneyProblem(text: "no address") }
        let post = HTTPTransport.post(to: url, timeoutSeconds: 20)
        guard isTheOne else { return try await post(soap) }
        switch moment {
        case .before:
            end()
            throw JourneyProblem(text: "killed before the call")
        case .during:
            async let answer = post(soap)
            end()
            return try await answer
        case .after:
            _ = try await post(soap)
            end()
            throw JourneyProblem(text: "killed after the call")
        }
    }

    /// Ends the server; the next call starts another.
    func end() {
        let server = state.withLock { state in
            let server = state.server
            state.server = nil
            return server
        }
        server?.kill()
    }
}
