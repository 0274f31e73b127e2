package import BudgetOperations
internal import Logging
internal import QuickBooksDesktop
package import QuickBooksEmulators
internal import SQLDatabase

/// One server: the product over its own way to the common database. Killed and started again, it remembers nothing.
package final class SimulatedServer {
    package let name: String
    package private(set) var engine: FaultingEngine
    package private(set) var plumbline: Plumbline
    /// Commits of the lives before this one.
    private var earlierCommits = 0
    private let inner: any Engine
    private let clock: Clock
    private let randomness: Randomness
    private let hooks: MutantHooks
    /// What failed inside though nothing had been done to it.
    package internal(set) var unexplained: [String] = []

    init(name: String, inner: any Engine, clock: Clock, randomness: Randomness, hooks: MutantHooks) {
        self.name = name
        self.inner = inner
        self.clock = hooks.clock?(clock) ?? clock
        self.randomness = hooks.randomness?(randomness) ?? randomness
        self.hooks = hooks
        engine = FaultingEngine(inner, rewriting: hooks.sql, losesCommit: hooks.losesCommit)
        plumbline = Plumbline(
            database: Database(engine: engine), clock: self.clock, randomness: self.randomness, log: .silent)
    }

    package var commits: Int { earlierCommits + engine.commits }

    package func restart() {
        earlierCommits += engine.commits
        engine = FaultingEngine(inner, rewriting: hooks.sql, losesCommit: hooks.losesCommit)
        plumbline = Plumbline(
            database: Database(engine: engine), clock: clock, randomness: randomness, log: .silent)
    }

    /// A SOAP call, bytes in and bytes out. Nil when the server died over it.
    package func answer(_ method: SOAPMethod, _ body: [UInt8]) async -> [UInt8]? {
        let conversation = WebConnectorConversation(plumbline: plumbline, version: "simulated")
        let body = hooks.request?(method, body) ?? body
        let bytes: [UInt8]
        do {
            bytes = try await conversation.answer(SOAPRequest(reading: body)).bytes
        } catch let fault as SOAPRequestFault {
            bytes = fault.soapFault.bytes
        } catch {
            note(error, doing: method.rawValue)
            bytes = SOAPFault(code: .server, text: "The server could not answer.").bytes
        }
        guard !engine.isDead else { return nil }
        return hooks.reply?(method, bytes) ?? bytes
    }

    /// Remembers an error that no fault of the world explains.
    func note(_ error: any Error, doing act: String) {
        if engine.isDead || error is ServerKilled { return }
        if engine.fateStruck == .refused, let database = error as? DatabaseError, database == .busy { return }
        unexplained.append("\(act): \(error)")
    }
}
