import SQLDatabase
import Testing

@Suite struct TransactionTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `an error thrown after writing leaves nothing of the transaction`() async throws {
        let database = try await Notes.inMemory()
        try await database.write(of: .everyCompany) { try $0.execute(Notes.insert, ["a", "ann", "kept", 1, "done"]) }

        await #expect(throws: Interruption.self) {
            try await database.write(of: .everyCompany) { transaction in
                try transaction.execute("UPDATE note SET amount = $1", [2])
                try transaction.execute(Notes.insert, ["b", "ann", "lost", 3, "done"])
                throw Interruption()
            }
        }

        let rows = try await database.read(of: .everyCompany) { try $0.rows("SELECT id, amount FROM note ORDER BY id") }
        #expect(rows.map(\.values) == [["a", 1]])
    }

    @Test func `a violated constraint that is caught leaves the transaction usable`() async throws {
        let database = try await Notes.inMemory()

        try await database.write(of: .everyCompany) { transaction in
            try transaction.execute(Notes.insert, ["a", "ann", "first", 1, "done"])
            #expect(throws: DatabaseError.uniqueViolation(constraint: "note_pkey")) {
                try transaction.execute(Notes.insert, ["a", "ann", "second", 1, "done"])
            }
            try transaction.execute(Notes.insert, ["b", "ann", "second", 1, "done"])
        }

        let titles = try await database.read(of: .everyCompany) { try $0.rows("SELECT title FROM note ORDER BY title") }
        #expect(titles.map(\.values) == [["first"], ["second"]])
    }

    @Test func `concurrent writers never decide on what another is changing`() async throws {
        let path = folder.file("notes.sqlite")
        let one = try Database.openSQLite(at: path)
        try await one.migrate(Notes.migrations)
        try await one.write { try $0.execute(Notes.insert, ["a", "ann", "counter", 0, "done"]) }
        let other = try Database.openSQLite(at: path)

        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<60 {
                group.addTask {
                    try await (number.isMultiple(of: 2) ? one : other).write { transaction in
                        let seen = try transaction.row("SELECT amount FROM note")?.int(0) ?? 0
                        try transaction.execute("UPDATE note SET amount = $1", [SQLValue(seen + 1)])
                    }
                }
            }
            try await group.waitForAll()
        }

        let amount = try await one.read { try $0.row("SELECT amount FROM note")?.int(0) }
        #expect(amount == 60)
    }

    @Test func `a read keeps its state while a writer commits`() async throws {
        let database = try Database.openSQLite(at: folder.file("notes.sqlite"))
        try await database.migrate(Notes.migrations)
        let (started, start) = AsyncStream.makeStream(of: Void.self)
        let written = Gate()

        async let counts = database.read(of: .everyCompany) { transaction in
            let before = try transaction.row("SELECT count(*) FROM note")?.int(0)
            start.finish()
            written.wait()
            return [before, try transaction.row("SELECT count(*) FROM note")?.int(0)]
        }
        for await _ in started {}
        try await database.write(of: .everyCompany) { try $0.execute(Notes.insert, ["a", "ann", "later", 0, "done"]) }
        written.open()

        #expect(try await counts == [0, 0])
    }

    @Test func `a read cannot write`() async throws {
        let database = try await Notes.inMemory()

        await #expect(throws: DatabaseError.readOnly) {
            try await database.read(of: .everyCompany) { try $0.execute("DELETE FROM note") }
        }
    }

    @Test func `execute answers the rows that changed and none for a change of the schema`() async throws {
        let database = try await Notes.inMemory()

        let changes = try await database.write(of: .everyCompany) { transaction in
            [
                try transaction.execute(Notes.insert, ["a", "ann", "one", 1, "done"]),
                try transaction.execute(Notes.insert, ["b", "ann", "two", 1, "done"]),
                try transaction.execute("UPDATE note SET amount = $1 WHERE owner = $2", [5, "ann"]),
                try transaction.execute("UPDATE note SET amount = $1 WHERE owner = $2", [5, "bob"]),
                try transaction.execute("CREATE TABLE other (id TEXT)"),
            ]
        }

        #expect(changes == [1, 1, 2, 0, 0])
    }

    @Test func `ten thousand rows go in at once and come out one after the other`() async throws {
        let database = try await Notes.inMemory()

        try await database.write(of: .everyCompany) { transaction in
            try transaction.insert(
                into: "note", columns: ["id", "owner", "title", "amount", "state"],
                rows: (0..<10_000).lazy.map { ["n\($0)".sql, "ann", "title \($0)".sql, SQLValue($0), "done"] })
        }

        let seen = try await database.read(of: .everyCompany) { transaction in
            var count = 0
            var sum: Int64 = 0
            try transaction.forEach("SELECT amount FROM note") { row in
                count += 1
                sum += try row.integer(0)
            }
            return [Int64(count), sum]
        }
        #expect(seen == [10_000, 49_995_000])
    }

    @Test func `a bulk insert that fails on its last row leaves none`() async throws {
        let database = try await Notes.inMemory()

        await #expect(throws: DatabaseError.checkViolation(constraint: "note_amount_is_not_negative")) {
            try await database.write(of: .everyCompany) { transaction in
                try transaction.insert(
                    into: "note", columns: ["id", "owner", "title", "amount", "state"],
                    rows: [["a", "ann", "one", 1, "done"], ["b", "ann", "two", -1, "done"]])
            }
        }

        #expect(try await database.read(of: .everyCompany) { try $0.rows("SELECT id FROM note") } == [])
    }

    @Test func `the same statement may run inside its own stream`() async throws {
        let database = try await Notes.inMemory()
        try await database.write(of: .everyCompany) { transaction in
            try transaction.execute(Notes.insert, ["a", "ann", "one", 1, "done"])
            try transaction.execute(Notes.insert, ["b", "ann", "two", 1, "done"])
        }
        let sql = "SELECT id FROM note ORDER BY id"

        let seen = try await database.read(of: .everyCompany) { transaction in
            var seen: [String] = []
            try transaction.forEach(sql) { row in
                seen.append(try row.text(0))
                try transaction.forEach(sql) { seen.append("- \(try $0.text(0))") }
            }
            return seen
        }

        #expect(seen == ["a", "- a", "- b", "b", "- a", "- b"])
    }

    @Test func `one row is asked for and two are an error`() async throws {
        let database = try await Notes.inMemory()
        let sql = "SELECT 1 UNION SELECT 2"

        await #expect(throws: DatabaseError.statement(.moreThanOneRow, sql: sql)) {
            try await database.read(of: .everyCompany) { _ = try $0.row(sql) }
        }
    }
}

private struct Interruption: Error {}

extension String {
    fileprivate var sql: SQLValue { .text(self) }
}
