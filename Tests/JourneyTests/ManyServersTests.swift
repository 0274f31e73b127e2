import BudgetDomain
import BudgetOperations
import QuickBooksDesktop
import QuickBooksEmulators
import SQLDatabase
import Synchronization
import TestStorage
import Testing

/// Several servers on one database. None of them remembers anything that another would have to know.
@Suite(.timeLimit(.minutes(10))) struct ManyServersTests {
    @Test(arguments: Storage.shared)
    func `any server answers any call of a session`(storage: Storage) async throws {
        let firm = try await Firm(storage)
        try await firm.sendBudget()
        try await firm.accept()
        let servers = try await firm.servers(3)
        let calls = Mutex(0)
        let connector = WebConnector(
            account: firm.account, company: firm.books,
            transport: { call in
                let turn = calls.withLock { calls in
                    calls += 1
                    return calls
                }
                let conversation = WebConnectorConversation(plumbline: servers[turn % 3], version: "test")
                return try await conversation.answer(SOAPRequest(reading: call.body)).bytes
            })

        let report = await connector.poll()

        #expect(report.outcome == .finished)
        try await firm.expectOneEstimate(totalCents: 17_024_950, lines: 5)
        #expect(firm.books.executedWrites == 1 + 3 + 1)
    }

    @Test(arguments: Storage.shared)
    func `two Web Connectors of one file at two servers make one estimate`(storage: Storage) async throws {
        let firm = try await Firm(storage)
        try await firm.sendBudget()
        try await firm.accept()
        let servers = try await firm.servers(2)
        let connectors = servers.map { firm.connector(to: $0) }

        for _ in 0..<6 where try await firm.exportState() != .synced {
            await withTaskGroup(of: Void.self) { group in
                for connector in connectors { group.addTask { _ = await connector.poll() } }
            }
            firm.time.move(seconds: 900)
        }

        try await firm.expectOneEstimate(totalCents: 17_024_950, lines: 5)
    }

    @Test(arguments: Storage.shared)
    func `an act that many ask for at many servers at once is done once`(storage: Storage) async throws {
        let firm = try await Firm(storage)
        try await firm.sendBudget()
        let servers = try await firm.servers(3)

        let accepted = await firm.atOnce(12) { turn in
            _ = try await servers[turn % 3].acceptExport(
                of: Firm.project, in: firm.company.id, by: firm.approver.id)
        }
        #expect(accepted == 1)
        #expect(try await firm.exportState() == .queued)
        _ = await firm.connector().poll()
        let modified = await firm.atOnce(12) { turn in
            _ = try await servers[turn % 3].createModification(
                from: "03-100.L", to: "05-200.L", amount: Money(minorUnits: 100, currency: .usd), notes: "",
                of: Firm.project, in: firm.company.id, by: firm.manager.id)
        }
        #expect(modified == 12)
        let sent = await firm.atOnce(12) { turn in
            _ = try await servers[turn % 3].sendBudgetToERP(
                of: Firm.project, in: firm.company.id, by: firm.manager.id)
        }
        #expect(sent == 1)

        let view = try await firm.plumbline.budget(of: Firm.project, in: firm.company.id, by: firm.manager.id)
        #expect(view.standing.budget.modifications.map(\.number) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
        let audit = try await firm.plumbline.auditEntries(of: firm.company.id, limit: 100)
        #expect(audit.map(\.number) == Array((1...audit.count).reversed()))
    }
}

extension Firm {
    /// Further servers on the firm's database, each with connections and random numbers of its own.
    func servers(_ count: Int) async throws -> [Plumbline] {
        var servers: [Plumbline] = []
        for number in 1...count {
            servers.append(
                Self.server(on: try await stored.openedAgain(), time: time, seed: UInt64(number) << 32))
        }
        return servers
    }

    /// - Returns: how many of those who did it at the same time were not refused.
    func atOnce(_ count: Int, _ act: @escaping @Sendable (Int) async throws -> Void) async -> Int {
        await withTaskGroup(of: Bool.self) { group in
            for turn in 0..<count {
                group.addTask {
                    do {
                        try await act(turn)
                        return true
                    } catch is Refused {
                        return false
                    } catch {
                        Issue.record("\(error)")
                        return false
                    }
                }
            }
            return await group.reduce(into: 0) { done, isDone in done += isDone ? 1 : 0 }
        }
    }
}
