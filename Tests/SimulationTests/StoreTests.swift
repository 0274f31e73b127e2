import SQLDatabase
import Simulation
import Testing

@Suite struct StoreTests {
    private let engine: SerialSQLiteEngine

    init() async throws {
        engine = try SerialSQLiteEngine()
        try await Database(engine: engine).write(of: .schema) { tx in
            try tx.execute("CREATE TABLE parents (id TEXT NOT NULL PRIMARY KEY)")
            try tx.execute(
                "CREATE TABLE children (id TEXT NOT NULL PRIMARY KEY, parent TEXT NOT NULL REFERENCES parents (id))")
        }
    }

    private func insert(_ id: String, through database: Database) async throws {
        try await database.write(of: .everyCompany) { tx in
            try tx.execute("INSERT INTO parents (id) VALUES ($1)", [.text(id)])
            try tx.execute("INSERT INTO children (id, parent) VALUES ($1, $1)", [.text(id)])
        }
    }

    private func ids() async throws -> [String] {
        try await Database(engine: engine).read(of: .everyCompany) { tx in
            try tx.rows("SELECT id FROM children ORDER BY id").map { try $0.text(0) }
        }
    }

    @Test func `rows go back to what was kept, as often as asked`() async throws {
        let database = Database(engine: engine)
        try await insert("a", through: database)
        try engine.keep(as: "early")
        try await insert("b", through: database)

        try engine.goBack(to: "early")
        #expect(try await ids() == ["a"])
        try await insert("c", through: database)
        try engine.goBack(to: "early")
        #expect(try await ids() == ["a"])
    }

    @Test func `a reader cannot write`() async throws {
        await #expect(throws: DatabaseError.readOnly) {
            try await Database(engine: engine).read(of: .everyCompany) { tx in
                try tx.execute("INSERT INTO parents (id) VALUES ($1)", [.text("x")])
            }
        }
    }

    @Test func `a server killed before a commit leaves nothing, and is dead`() async throws {
        let faulting = FaultingEngine(engine)
        faulting.plan(.killedBeforeCommit, after: 1)
        let database = Database(engine: faulting)
        try await insert("a", through: database)

        await #expect(throws: ServerKilled.self) { try await insert("b", through: database) }

        #expect(faulting.isDead)
        #expect(faulting.fateStruck == .killedBeforeCommit)
        #expect(try await ids() == ["a"])
        await #expect(throws: ServerKilled.self) { try await insert("c", through: database) }
    }

    @Test func `a server killed after a commit has stored what it never told`() async throws {
        let faulting = FaultingEngine(engine)
        faulting.plan(.killedAfterCommit, after: 0)

        await #expect(throws: ServerKilled.self) { try await insert("a", through: Database(engine: faulting)) }

        #expect(faulting.isDead)
        #expect(try await ids() == ["a"])
    }

    @Test func `a refused commit leaves nothing, and the server lives`() async throws {
        let faulting = FaultingEngine(engine)
        faulting.plan(.refused, after: 0)
        let database = Database(engine: faulting)

        await #expect(throws: DatabaseError.busy) { try await insert("a", through: database) }
        try await insert("b", through: database)

        #expect(!faulting.isDead)
        #expect(try await ids() == ["b"])
    }

    @Test func `a mutant rewrites statements and rows`() async throws {
        let faulting = FaultingEngine(engine) { sql, values in
            (sql, values.map { $0 == .text("a") ? .text("z") : $0 })
        }

        try await insert("a", through: Database(engine: faulting))

        #expect(try await ids() == ["z"])
    }
}
