import SQLDatabase
import TestPostgreSQL
import Testing

/// What the server itself does for the wall between companies, and for one writer of a company at a time.
@Suite(.enabled(if: TestPostgreSQL.isInstalled)) struct CompanyWallTests {
    let server: TestDatabase
    let database: Database

    init() async throws {
        server = try await TestPostgreSQL.newDatabase()
        database = try await Database.openPostgreSQL(PostgreSQLSettings(url: server.url, poolSize: 3))
        try await database.migrate([
            Migration("walled") { transaction in
                try transaction.executeSchema("CREATE TABLE walled (company TEXT NOT NULL, id TEXT NOT NULL)")
                try transaction.wallOff("walled", by: "company")
            }
        ])
        for company in ["ann", "bob"] {
            try await database.write(of: .company(company)) { transaction in
                try transaction.execute("INSERT INTO walled VALUES ($1, $2)", [.text(company), .text("\(company)-1")])
            }
        }
    }

    @Test(
        arguments: [
            (.company("ann"), ["ann-1"]), (.company("bob"), ["bob-1"]), (.company("'; DROP TABLE walled"), []),
            (.company(""), []), (.company("*"), []),
            (.everyCompany, ["ann-1", "bob-1"]), (.schema, ["ann-1", "bob-1"]),
        ] as [(RowScope, [String])])
    func `a statement that forgets the company sees its own rows alone`(scope: RowScope, ids: [String]) async throws {
        let select = "SELECT id FROM walled ORDER BY id"

        let read = try await database.read(of: scope) { try $0.rows(select).map { try $0.text(0) } }
        let written = try await database.write(of: scope) { try $0.rows(select).map { try $0.text(0) } }

        #expect(read == ids)
        #expect(written == ids)
    }

    @Test func `nobody changes, moves or adds a row of another company`() async throws {
        let refused = DatabaseError.server(
            .notPermitted(message: "new row violates row-level security policy for table \"walled\""))

        let changes = try await database.write(of: .company("ann")) { transaction in
            [
                try transaction.execute("UPDATE walled SET id = $1 WHERE company = $2", ["taken", "bob"]),
                try transaction.execute("DELETE FROM walled WHERE company = $1", ["bob"]),
            ]
        }
        await #expect(throws: refused) {
            try await database.write(of: .company("ann")) { transaction in
                try transaction.execute("UPDATE walled SET company = $1", ["bob"])
            }
        }
        await #expect(throws: refused) {
            try await database.write(of: .company("ann")) { transaction in
                try transaction.insert(
                    into: "walled", columns: ["company", "id"], rows: (0..<100).map { ["bob", .text("b\($0)")] })
            }
        }

        #expect(changes == [0, 0])
        let rows = try await database.read(of: .everyCompany) { try $0.rows("SELECT * FROM walled ORDER BY id") }
        #expect(rows.map(\.values) == [["ann", "ann-1"], ["bob", "bob-1"]])
    }

    @Test func `a connection keeps no company from its last transaction`() async throws {
        let one = try await Database.openPostgreSQL(PostgreSQLSettings(url: server.url, poolSize: 1))
        try await one.write(of: .company("ann")) { _ = try $0.rows("SELECT id FROM walled") }

        let seen = try await one.read(of: .company("bob")) { try $0.row("SELECT id FROM walled")?.text(0) }
        try await TestPostgreSQL.runAsSuperuser("SELECT 1")

        #expect(seen == "bob-1")
    }

    @Test func `a writer keeps out a writer of its company, and nobody else`() async throws {
        let (started, start) = AsyncStream.makeStream(of: Void.self)
        let done = Gate()
        async let first = database.write(of: .company("ann")) { transaction in
            start.finish()
            done.wait()
            return try transaction.execute("UPDATE walled SET id = $1", ["first"])
        }
        for await _ in started {}

        try await database.write(of: .company("bob")) { try $0.execute("UPDATE walled SET id = $1", ["beside"]) }
        async let second = database.write(of: .company("ann")) { try $0.row("SELECT id FROM walled")?.text(0) }
        try await waitingForLocks(1)
        done.open()

        #expect(try await first == 1)
        #expect(try await second == "first")
    }

    /// Until the server says that so many transactions wait for a lock in this test's database.
    private func waitingForLocks(_ count: Int) async throws {
        let waiting = """
            SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
            WHERE NOT l.granted AND d.datname = current_database()
            """
        while try await database.read(of: .everyCompany, { try $0.row(waiting)?.int(0) }) != count {
            await Task.yield()
        }
    }

    @Test func `text sorts by its bytes, whatever the server sorts by`() async throws {
        try await database.write(of: .schema) { transaction in
            try transaction.executeSchema(
                "CREATE TABLE sorted (name TEXT NOT NULL CHECK (CAST(name AS TEXT) <> 'TEXT'))")
            try transaction.executeSchema("ALTER TABLE sorted ADD COLUMN text TEXT")
            try transaction.insert(
                into: "sorted", columns: ["name", "text"], rows: [["b", "B"], ["a", "Z"], ["Z", "é"], ["é", "a"]])
        }

        let order = try await database.read(of: .everyCompany) { transaction in
            try ["name", "text"].map { column in
                try transaction.rows("SELECT \(column) FROM sorted ORDER BY \(column)").map { try $0.text(0) }
            }
        }

        #expect(order == [["Z", "a", "b", "é"], ["B", "Z", "a", "é"]])
    }
}
