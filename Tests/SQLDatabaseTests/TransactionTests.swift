import SQLDatabase
import Testing

@Suite struct TransactionTests {
    @Test(arguments: Store.all)
    func `an error thrown after writing leaves nothing of the transaction`(store: Store) async throws {
        let place = try await store.newPlace()
        let database = try await place.openNotes()
        try await database.write(of: ann) { try $0.execute(Notes.insert, ["a", "ann", "kept", 1, "done"]) }

        await #expect(throws: Interruption.self) {
            try await database.write(of: ann) { transaction in
                try transaction.execute("UPDATE note SET amount = $1", [2])
                try transaction.execute(Notes.insert, ["b", "ann", "lost", 3, "done"])
                throw Interruption()
            }
        }

        let rows = try await database.read(of: ann) { try $0.rows("SELECT id, amount FROM note ORDER BY id") }
        #expect(rows.map(\.values) == [["a", 1]])
    }

    @Test(arguments: Store.all)
    func `a statement that failed dooms its transaction, whatever the body makes of it`(store: Store) async throws {
        let place = try await store.newPlace()
        let database = try await place.openNotes()
        let taken = DatabaseError.uniqueViolation(constraint: "note_pkey")

        await #expect(throws: taken) {
            try await database.write(of: ann) { transaction in
                try transaction.execute(Notes.insert, ["a", "ann", "first", 1, "done"])
                #expect(throws: taken) { try transaction.execute(Notes.insert, ["a", "ann", "second", 1, "done"]) }
            }
        }
        await #expect(throws: taken) {
            try await database.write(of: ann) { transaction in
                try transaction.execute(Notes.insert, ["a", "ann", "first", 1, "done"])
                #expect(throws: taken) { try transaction.execute(Notes.insert, ["a", "ann", "second", 1, "done"]) }
                _ = try transaction.rows("SELECT id FROM note")
            }
        }
        await #expect(throws: Interruption.self) {
            try await database.write(of: ann) { transaction in
                try transaction.execute(Notes.insert, ["a", "ann", "first", 1, "done"])
                do {
                    try transaction.execute(Notes.insert, ["a", "ann", "second", 1, "done"])
                } catch DatabaseError.uniqueViolation {
                    throw Interruption()
                }
            }
        }

        #expect(try await database.read(of: ann) { try $0.rows("SELECT id FROM note") } == [])
    }

    @Test(arguments: Store.shared)
    func `concurrent writers never decide on what another is changing`(store: Store) async throws {
        let place = try await store.newPlace()
        let one = try await place.openNotes()
        try await one.write(of: ann) { try $0.execute(Notes.insert, ["a", "ann", "counter", 0, "done"]) }
        let other = try await place.open()

        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<60 {
                group.addTask {
                    try await (number.isMultiple(of: 2) ? one : other).write(of: ann) { transaction in
                        let seen = try transaction.row("SELECT amount FROM note")?.int(0) ?? 0
                        try transaction.execute("UPDATE note SET amount = $1", [SQLValue(seen + 1)])
                    }
                }
            }
            try await group.waitForAll()
        }

        let amount = try await one.read(of: ann) { try $0.row("SELECT amount FROM note")?.int(0) }
        #expect(amount == 60)
    }

    @Test(arguments: Store.shared)
    func `a read keeps its state while a writer commits`(store: Store) async throws {
        let place = try await store.newPlace()
        let database = try await place.openNotes()
        let (started, start) = AsyncStream.makeStream(of: Void.self)
        let written = Gate()

        async let counts = database.read(of: ann) { transaction in
            let before = try transaction.row("SELECT count(*) FROM note")?.int(0)
            start.finish()
            written.wait()
            return [before, try transaction.row("SELECT count(*) FROM note")?.int(0)]
        }
        for await _ in started {}
        try await database.write(of: ann) { try $0.execute(Notes.insert, ["a", "ann", "later", 0, "done"]) }
        written.open()

        #expect(try await counts == [0, 0])
    }

    @Test(arguments: Store.all)
    func `a read cannot write`(store: Store) async throws {
        let place = try await store.newPlace()
        let database = try await place.openNotes()

        await #expect(throws: DatabaseError.readOnly) {
            try await database.read(of: ann) { try $0.execute("DELETE FROM note") }
        }
    }

    @Test(arguments: Store.all)
    func `execute answers the rows that changed and none for a change of the schema`(store: Store) async throws {
        let place = try await store.newPlace()
        let database = try await place.openNotes()

        let changes = try await database.write(of: ann) { transaction in
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

    @Test(arguments: Store.all)
    func `ten thousand rows go in at once and come out one after the other`(store: Store) async throws {
        let place = try await store.newPlace()
        let database = try await place.openNotes()

        try await database.write(of: ann) { transaction in
            try transaction.insert(
                into: "note", columns: ["id", "owner", "title", "amount", "state"],
                rows: (0..<10_000).lazy.map { ["n\($0)".sql, "ann", "title \($0)".sql, SQLValue($0), "done"] })
        }

        let seen = try await database.read(of: ann) { transaction in
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

    @Test(arguments: Store.all)
    func `a bulk insert that fails on its last row leaves none`(store: Store) async throws {
        let place = try await store.newPlace()
        let database = try await place.openNotes()

        await #expect(throws: DatabaseError.checkViolation(constraint: "note_amount_is_not_negative")) {
            try await database.write(of: ann) { transaction in
                try transaction.insert(
                    into: "note", columns: ["id", "owner", "title", "amount", "state"],
                    rows: [["a", "ann", "one", 1, "done"], ["b", "ann", "two", -1, "done"]])
            }
        }

        #expect(try await database.read(of: ann) { try $0.rows("SELECT id FROM note") } == [])
    }

    @Test(arguments: Store.all)
    func `the same statement may run inside its own stream`(store: Store) async throws {
        let place = try await store.newPlace()
        let database = try await place.openNotes()
        try await database.write(of: ann) { transaction in
            try transaction.execute(Notes.insert, ["a", "ann", "one", 1, "done"])
            try transaction.execute(Notes.insert, ["b", "ann", "two", 1, "done"])
        }
        let sql = "SELECT id FROM note ORDER BY id"

        let seen = try await database.read(of: ann) { transaction in
            var seen: [String] = []
            try transaction.forEach(sql) { row in
                seen.append(try row.text(0))
                try transaction.forEach(sql) { seen.append("- \(try $0.text(0))") }
            }
            return seen
        }

        #expect(seen == ["a", "- a", "- b", "b", "- a", "- b"])
    }

    @Test(arguments: Store.all)
    func `one row is asked for and two are an error`(store: Store) async throws {
        let place = try await store.newPlace()
        let database = try await place.openNotes()
        let sql = "SELECT 1 UNION SELECT 2"

        await #expect(throws: DatabaseError.statement(.moreThanOneRow, sql: sql)) {
            try await database.read(of: ann) { _ = try $0.row(sql) }
        }
    }
}

private struct Interruption: Error {}

extension String {
    fileprivate var sql: SQLValue { .text(self) }
}
