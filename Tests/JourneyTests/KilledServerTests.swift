import BudgetDomain
import BudgetOperations
import Foundation
import QuickBooksEmulators
import Synchronization
import TestStorage
import Testing

/// The real server over real HTTP, killed with SIGKILL at one call of the journey, started again, and polled until
/// the journey is whole. Every call is a case, and each is killed before, during and after.
@Suite(.serialized, .timeLimit(.minutes(10))) struct KilledServerTests {
    @Test(arguments: Storage.shared, KilledCall.all)
    func `a server killed at any call finishes with one estimate`(storage: Storage, killed: KilledCall) async throws {
        let firm = try await Firm(storage)
        try await firm.sendBudget()
        try await firm.accept()
        let killer = Killer(options: firm.stored.commandLineOptions, call: killed.call, moment: killed.moment)
        defer { killer.end() }

        try await firm.poll(
            WebConnector(account: firm.account, company: firm.books, transport: { try await killer.send($0) }),
            untilListsAreSynced: false)

        try await firm.expectOneEstimate(totalCents: 17_024_950, lines: 5)
        #expect(firm.books.executedWrites == 1 + 3 + 1)
    }
}

struct KilledCall: CustomTestStringConvertible {
    let call: Int
    let moment: KillMoment

    var testDescription: String { "\(moment) call \(call)" }

    static let all = (1...12).flatMap { call in KillMoment.allCases.map { KilledCall(call: call, moment: $0) } }
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
    private let options: [String]
    private let call: Int
    private let moment: KillMoment

    init(options: [String], call: Int, moment: KillMoment) {
        self.options = options
        self.call = call
        self.moment = moment
    }

    func send(_ soap: SOAPCall) async throws -> [UInt8] {
        let (server, isTheOne) = try state.withLock { state in
            let server = try state.server ?? ServerProcess(options: options)
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
