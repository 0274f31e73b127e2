import SQLDatabase
import Synchronization
import TestPostgreSQL
import Testing

/// A transaction is stored once, wherever the connection is cut.
@Suite(.enabled(if: TestPostgreSQL.isInstalled)) struct ExactlyOnceTests {
    let server: TestDatabase
    let direct: Database

    init() async throws {
        server = try await TestPostgreSQL.newDatabase()
        direct = try await Database.openPostgreSQL(PostgreSQLSettings(url: server.url, poolSize: 2))
        try await direct.migrate([Migration("counter", ["CREATE TABLE counter (id TEXT NOT NULL, n BIGINT NOT NULL)"])])
        try await direct.write(of: ann) { try $0.execute("INSERT INTO counter VALUES ($1, $2)", ["only", 0]) }
    }

    /// Adds one, and answers how often the body ran and what it came to.
    private func addOne(
        through proxy: CuttingProxy, cutting cuts: [CuttingProxy.Cut], retryLimit: Duration = .seconds(30)
    ) async throws -> (runs: Int, answer: Int?) {
        let database = try await Database.openPostgreSQL(
            PostgreSQLSettings(url: proxy.url(of: server.name), poolSize: 2, retryLimit: retryLimit))
        proxy.cut(cuts)
        let runs = Runs()
        let answer = try await database.write(of: ann) { transaction in
            runs.count.add(1, ordering: .relaxed)
            try transaction.execute("UPDATE counter SET n = n + 1")
            return try transaction.row("SELECT n FROM counter")?.int(0)
        }
        return (runs.count.load(ordering: .relaxed), answer)
    }

    private func stored() async throws -> Int? {
        try await direct.read(of: ann) { try $0.row("SELECT n FROM counter")?.int(0) }
    }

    @Test(
        arguments: [
            ([], 1), ([.beforeFirstStatement], 2), ([.beforeCommit], 2), ([.afterCommit], 1), ([.commitComesLate], 1),
            ([.beforeCommit, .afterCommit], 2), ([.beforeCommit, .beforeCommit, .commitComesLate], 3),
            ([.beforeFirstStatement, .beforeCommit, .beforeFirstStatement, .afterCommit], 4),
        ] as [([CuttingProxy.Cut], Int)])
    func `a change is stored once, wherever the line is cut`(cuts: [CuttingProxy.Cut], runs: Int) async throws {
        let proxy = try CuttingProxy(to: try await TestPostgreSQL.socketPath(), cutting: [])

        let outcome = try await addOne(through: proxy, cutting: cuts)

        #expect(outcome.runs == runs)
        #expect(outcome.answer == 1)
        #expect(try await stored() == 1)
    }

    @Test func `without a server to ask, the answer is that it is not known`() async throws {
        let proxy = try CuttingProxy(to: try await TestPostgreSQL.socketPath(), cutting: [])
        let url = proxy.url(of: server.name)
        let database = try await Database.openPostgreSQL(
            PostgreSQLSettings(url: url, poolSize: 2, retryLimit: .milliseconds(200)))
        proxy.cut([.afterCommit])
        proxy.refuseFromNowOn()

        let error = await #expect(throws: DatabaseError.self) {
            try await database.write(of: ann) { try $0.execute("UPDATE counter SET n = n + 1") }
        }

        guard case .server(.commitUnknown) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.description.contains("stored as a whole or not at all") == true)
    }

    @Test func `cancelling the task does not keep it from learning whether it was stored`() async throws {
        let proxy = try CuttingProxy(to: try await TestPostgreSQL.socketPath(), cutting: [])
        let database = try await Database.openPostgreSQL(
            PostgreSQLSettings(url: proxy.url(of: server.name), poolSize: 2))
        proxy.cut([.afterCommit])
        let gate = Gate()
        let task = Task {
            try await database.write(of: ann) { transaction in
                gate.wait()
                return try transaction.execute("UPDATE counter SET n = n + 1")
            }
        }
        task.cancel()
        gate.open()

        switch await task.result {
        case .success(let changes):
            #expect(changes == 1)
            #expect(try await stored() == 1)
        case .failure(let error):
            // The task was cancelled before it had a connection.
            #expect(error is CancellationError)
            #expect(try await stored() == 0)
        }
    }

    @Test func `a change whose connections the server ends is made on a new one`() async throws {
        let database = try await Database.openPostgreSQL(PostgreSQLSettings(url: server.url, poolSize: 3))
        let runs = Runs()

        try await database.write(of: ann) { [server] transaction in
            let run = runs.count.add(1, ordering: .relaxed).newValue
            try transaction.execute("UPDATE counter SET n = n + 1")
            if run == 1 { try server.endOtherSessions() }
            try transaction.execute("UPDATE counter SET n = n + 10")
        }

        #expect(runs.count.load(ordering: .relaxed) == 2)
        #expect(try await stored() == 11)
    }

    @Test func `a deadlock between two companies' rows is left by one of them trying again`() async throws {
        try await direct.write(of: ann) { try $0.execute("INSERT INTO counter VALUES ($1, $2)", ["second", 0]) }
        let (here, there) = (Gate(), Gate())
        let runs = Runs()
        let update = "UPDATE counter SET n = n + 1 WHERE id = $1"

        async let one = direct.write(of: .company("one")) { transaction in
            let run = runs.count.add(1, ordering: .relaxed).newValue
            try transaction.execute(update, ["only"])
            if run <= 2 { here.open(); there.wait() }
            return try transaction.execute(update, ["second"])
        }
        async let other = direct.write(of: .company("other")) { transaction in
            let run = runs.count.add(1, ordering: .relaxed).newValue
            try transaction.execute(update, ["second"])
            if run <= 2 { there.open(); here.wait() }
            return try transaction.execute(update, ["only"])
        }

        #expect(try await [one, other] == [1, 1])
        // One of the two, at least, was ended by the server and ran again.
        #expect(runs.count.load(ordering: .relaxed) >= 3)
        let stored = try await direct.read(of: ann) { try $0.rows("SELECT n FROM counter").map { try $0.int(0) } }
        #expect(stored == [2, 2])
    }

    @Test func `a receipt is written for what changes something, and forgotten after a day`() async throws {
        let count = "SELECT count(*) FROM transaction_receipts"
        let before = try await direct.read(of: ann) { try $0.row(count)?.int(0) ?? 0 }

        try await direct.write(of: ann) { try $0.execute("UPDATE counter SET n = n + 1") }
        try await direct.write(of: ann) { try $0.execute("UPDATE counter SET n = n + 1 WHERE id = 'none'") }
        let after = try await direct.read(of: ann) { try $0.row(count)?.int(0) ?? 0 }
        try await direct.write(of: .schema) { transaction in
            try transaction.execute("UPDATE transaction_receipts SET written_at = now() - INTERVAL '25 hours'")
        }
        try await direct.forgetOldReceipts()
        let left = try await direct.read(of: ann) { try $0.row(count)?.int(0) }

        #expect(after - before == 1)
        // Of the two transactions since.
        #expect(left == 2)
    }
}

private final class Runs: Sendable {
    let count = Atomic(0)
}

extension TestDatabase {
    /// As an administrator does, or a server that shuts down.
    fileprivate func endOtherSessions() throws {
        let done = Gate()
        Task { [name] in
            try await TestPostgreSQL.runAsSuperuser(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(name)'")
            done.open()
        }
        done.wait()
    }
}
