import BudgetDomain
import BudgetOperations
import Foundation
import QuickBooksEmulators
import Synchronization

/// Sessions with work: new firms in a database that is full of others, each with an accepted budget and then an
/// accepted modification, which their Web Connectors carry through to synced.
struct WorkLoad: Sendable {
    let plumbline: Plumbline
    let services: [URL]
    let companies: Int
    let connections: Int
    let seed: UInt64

    /// What one round of sessions took.
    struct Result: Sendable {
        let latencies: Latencies
        let calls: Int
        let microseconds: Int

        var sessionsPerSecond: Int { latencies.count * 1_000_000 / max(microseconds, 1) }
    }

    private static let nameLetters = 8

    /// Firms whose budget is imported, and whose job and items are in QuickBooks.
    func firms() async throws -> [BenchmarkFirm] {
        let run = plumbline.randomness.text(length: Self.nameLetters)
        var firms: [BenchmarkFirm] = []
        for number in 1...companies {
            let plan = BenchmarkPlan(seed: SeededNumbers.seed(seed, part: number))
            let firm = try await BenchmarkFirm.assemble(name: "Work \(run) \(number)", plan: plan, in: plumbline)
            try await firm.importBudget(in: plumbline)
            try await firm.requestJob(in: plumbline)
            try await firm.requestItems(in: plumbline)
            firms.append(firm)
        }
        _ = try await sessions(of: firms)
        for firm in firms { try await firm.lock(in: plumbline) }
        return firms
    }

    /// Sends and accepts for every firm, then lets all their Web Connectors run.
    /// - Parameter round: 0 for the budgets themselves, others for a modification.
    func prepare(round: Int, of firms: [BenchmarkFirm]) async throws {
        for firm in firms {
            if round > 0 { try await firm.modify(firm.plan.modification(round), in: plumbline) }
            try await firm.send(in: plumbline)
            try await firm.accept(in: plumbline)
        }
    }

    func sessions(of firms: [BenchmarkFirm]) async throws -> Result {
        let turns = Turns()
        let begun = MonotonicTime.now
        return try await withThrowingTaskGroup(of: [(microseconds: Int, calls: Int)].self) { group in
            for lane in 0..<min(connections, firms.count) {
                let connection = try await KeptConnection.open(to: services[lane % services.count])
                group.addTask {
                    var found: [(Int, Int)] = []
                    while let index = turns.next(below: firms.count) {
                        found.append(try await Self.session(of: firms[index], over: connection))
                    }
                    try await connection.close()
                    return found
                }
            }
            let all = try await group.reduce(into: []) { $0 += $1 }
            return Result(
                latencies: Latencies(all.map(\.microseconds)), calls: all.reduce(0) { $0 + $1.calls },
                microseconds: MonotonicTime.now - begun)
        }
    }

    private static func session(
        of firm: BenchmarkFirm, over connection: KeptConnection
    ) async throws -> (microseconds: Int, calls: Int) {
        let connector = WebConnector(
            account: firm.account, company: firm.books, transport: { try await connection.answer(to: $0) })
        let begun = MonotonicTime.now
        let report = await connector.poll()
        guard report.outcome == .finished else {
            throw DemoProblem(sentence: "A session of \(firm.name) ended with \(report.outcome).")
        }
        return (MonotonicTime.now - begun, report.calls.count)
    }

    func requireSynced(_ firms: [BenchmarkFirm]) async throws {
        for firm in firms where try await firm.view(in: plumbline).erpStatus != .synced {
            throw DemoProblem(sentence: "The budget of \(firm.name) is not synced after its session.")
        }
    }
}

/// Gives each number once, to whoever asks next.
private final class Turns: Sendable {
    private let given = Atomic<Int>(0)

    func next(below end: Int) -> Int? {
        let number = given.add(1, ordering: .relaxed).oldValue
        return number < end ? number : nil
    }
}
