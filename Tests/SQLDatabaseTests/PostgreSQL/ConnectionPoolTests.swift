import SQLDatabase
import TestPostgreSQL
import Testing

@Suite(.enabled(if: TestPostgreSQL.isInstalled)) struct ConnectionPoolTests {
    let server: TestDatabase

    init() async throws { server = try await TestPostgreSQL.newDatabase() }

    private func open(poolSize: Int, mostWaiting: Int = 8, waitLimit: Duration = .seconds(30)) async throws -> Database
    {
        try await Database.openPostgreSQL(
            PostgreSQLSettings(url: server.url, poolSize: poolSize, mostWaiting: mostWaiting, waitLimit: waitLimit))
    }

    /// A transaction that has a connection until its gate is opened.
    private func hold(_ database: Database, _ gate: Gate) async -> Task<Int?, any Error> {
        let (started, start) = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            try await database.read(of: ann) { transaction in
                start.finish()
                gate.wait()
                return try transaction.row("SELECT 1")?.int(0)
            }
        }
        for await _ in started {}
        return task
    }

    @Test func `no more connections are made than the pool may have`() async throws {
        let database = try await open(poolSize: 3, mostWaiting: 100)

        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<60 { group.addTask { _ = try await database.read(of: ann) { try $0.rows("SELECT 1") } } }
            try await group.waitForAll()
        }

        let sessions = try await database.read(of: ann) { transaction in
            try transaction.row("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")?.int(0)
        }
        #expect(sessions == 3)
    }

    @Test func `a transaction that waits too long, or with too many others, is told so`() async throws {
        let gate = Gate()
        let impatient = try await open(poolSize: 1, mostWaiting: 1, waitLimit: .milliseconds(1))
        let holder = await hold(impatient, gate)
        await #expect(throws: DatabaseError.server(.poolWait(.milliseconds(1)))) {
            try await impatient.read(of: ann) { try $0.execute("SELECT 1") }
        }
        let full = try await open(poolSize: 1, mostWaiting: 0)
        let other = await hold(full, gate)
        await #expect(throws: DatabaseError.server(.poolFull(waiting: 0))) {
            try await full.read(of: ann) { try $0.execute("SELECT 1") }
        }
        gate.open()
        gate.open()

        #expect(try await holder.value == 1)
        #expect(try await other.value == 1)
    }

    @Test func `a waiting transaction that is cancelled leaves the queue to the next`() async throws {
        let gate = Gate()
        let database = try await open(poolSize: 1, mostWaiting: 1)
        let holder = await hold(database, gate)
        let cancelled = Task { try await database.read(of: ann) { try $0.row("SELECT 1")?.int(0) } }
        cancelled.cancel()

        await #expect(throws: CancellationError.self) { try await cancelled.value }
        let next = Task { try await database.read(of: ann) { try $0.row("SELECT 2")?.int(0) } }
        gate.open()

        #expect(try await holder.value == 1)
        #expect(try await next.value == 2)
    }

    @Test func `a closed database takes no more transactions, and ends those that wait`() async throws {
        let gate = Gate()
        let database = try await open(poolSize: 1)
        let holder = await hold(database, gate)
        let waiting = Task { try await database.read(of: ann) { try $0.row("SELECT 1")?.int(0) } }

        try database.close()
        gate.open()

        await #expect(throws: DatabaseError.server(.closed)) { try await waiting.value }
        #expect(try await holder.value == 1)
        await #expect(throws: DatabaseError.server(.closed)) {
            try await database.write(of: ann) { try $0.execute("SELECT 1") }
        }
    }

    @Test func `more statements than a connection keeps still run`() async throws {
        let database = try await open(poolSize: 1)

        let sum = try await database.read(of: ann) { transaction in
            var sum = 0
            for _ in 0..<2 {
                for number in 0..<300 { sum += try transaction.row("SELECT \(number)")?.int(0) ?? 0 }
            }
            return sum
        }

        #expect(sum == 89_700)
    }

    @Test func `a statement whose table has changed is prepared again`() async throws {
        let database = try await open(poolSize: 2)
        try await database.migrate([Migration("one", ["CREATE TABLE one (a BIGINT)"])])
        let select = "SELECT * FROM one"
        try await database.write(of: ann) { try $0.execute("INSERT INTO one VALUES ($1)", [1]) }
        let before = try await database.read(of: ann) { try $0.row(select)?.values }

        try await database.migrate([
            Migration("one", []), Migration("two", ["ALTER TABLE one ADD COLUMN b BIGINT NOT NULL DEFAULT 2"]),
        ])
        let after = try await database.read(of: ann) { try $0.row(select)?.values }

        #expect(before == [1])
        #expect(after == [1, 2])
    }
}
