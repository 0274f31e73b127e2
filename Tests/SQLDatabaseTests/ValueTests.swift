import SQLDatabase
import Testing

@Suite struct ValueTests {
    @Test(
        arguments: Store.all,
        [
            ("BIGINT", [.integer(.min), .integer(.max), 0, nil, true]),
            ("TEXT", ["", "naïve – „ß“ 🏗️ \r\n\t'\"\\N", "\\.", nil]),
            ("BYTEA", [.blob([]), .blob([0, 255, 39]), .blob(Array("\\x41".utf8)), nil]),
        ] as [(String, [SQLValue])])
    func `a value comes back as it went in`(store: Store, column: (type: String, values: [SQLValue])) async throws {
        let place = try await store.newPlace()
        let database = try await place.open()
        try await database.migrate([Migration("any", ["CREATE TABLE anything (n BIGINT, held \(column.type))"])])
        let insert = "INSERT INTO anything (n, held) VALUES ($1, $2)"

        try await database.write(of: ann) { transaction in
            for (number, value) in column.values.enumerated() {
                try transaction.execute(insert, [SQLValue(number), value])
            }
        }
        let one = try await values(database)
        // As many as go by the way for many.
        try await database.write(of: ann) { transaction in
            try transaction.insert(
                into: "anything", columns: ["n", "held"], rows: (100..<200).map { [SQLValue($0), column.values[0]] })
            try transaction.execute("DELETE FROM anything WHERE n < $1", [100])
        }
        let many = try await values(database)

        #expect(one == column.values)
        #expect(many == Array(repeating: column.values[0], count: 100))
    }

    private func values(_ database: Database) async throws -> [SQLValue] {
        try await database.read(of: ann) { transaction in
            try transaction.rows("SELECT held FROM anything ORDER BY n").map { try $0.value(0) }
        }
    }

    @Test(arguments: Store.all)
    func `text with U+0000 is refused, as PostgreSQL would`(store: Store) async throws {
        let place = try await store.newPlace()
        let database = try await place.open()

        await #expect(throws: DatabaseError.unfitValue(.textWithNUL)) {
            try await database.read(of: ann) { _ = try $0.rows("SELECT $1", ["a\u{0}b"]) }
        }
    }

    @Test(arguments: Store.all)
    func `a value past the limit is refused`(store: Store) async throws {
        let place = try await store.newPlace()
        let database = try await place.open()
        let long = [UInt8](repeating: 0, count: 67_108_865)

        await #expect(throws: DatabaseError.unfitValue(.tooLong(bytes: 67_108_865))) {
            try await database.read(of: ann) { _ = try $0.rows("SELECT $1", [.blob(long)]) }
        }
    }

    @Test func `optional values are null or themselves`() {
        #expect(SQLValue(nil as String?) == nil)
        #expect(SQLValue("a" as String?) == "a")
        #expect(SQLValue(nil as Int?) == nil)
        #expect(SQLValue(7 as Int?) == 7)
        #expect(SQLValue(false as Bool?) == 0)
        #expect(SQLValue(true) == 1)
    }

    @Test func `columns are read by name and by position`() throws {
        let row = Row(names: ["id", "amount", "open", "note", "bytes"], values: ["a", 12, 1, nil, .blob([1])])

        #expect(try row.text("id") == "a")
        #expect(try row.text(0) == "a")
        #expect(try row.integer("amount") == 12)
        #expect(try row.int(1) == 12)
        #expect(try row.bool("open") == true)
        #expect(try row.blob("bytes") == [1])
        #expect(try row.optionalText("note") == nil)
        #expect(try row.optionalInteger("note") == nil)
        #expect(try row.optionalInt(1) == 12)
        #expect(try row.optionalBool("open") == true)
        #expect(try row.optionalBlob("bytes") == [1])
        #expect(try row.isNull("note"))
    }

    @Test func `a column of another kind is an error that names it`() {
        let row = Row(names: ["id", "amount"], values: ["a", nil])

        #expect(throws: DatabaseError.column("id", expected: "an integer", found: "text")) { try row.integer("id") }
        #expect(throws: DatabaseError.column("amount", expected: "text", found: "null")) { try row.text(1) }
        #expect(throws: DatabaseError.column("id", expected: "0 or 1", found: "text")) { try row.optionalBool("id") }
        #expect(throws: DatabaseError.column("none", expected: "a value", found: "no such column")) {
            try row.text("none")
        }
        #expect(throws: DatabaseError.column("2", expected: "a value", found: "no such column")) { try row.text(2) }
        #expect(throws: DatabaseError.column("-1", expected: "a value", found: "no such column")) { try row.text(-1) }
    }

    @Test(arguments: Store.all)
    func `a floating point answer is refused`(store: Store) async throws {
        let place = try await store.newPlace()
        let database = try await place.open()

        await #expect(
            throws: DatabaseError.column("half", expected: "an integer, text, a blob or null", found: "a real")
        ) {
            try await database.read(of: ann) { _ = try $0.rows("SELECT 1.0 / 2 AS half") }
        }
    }
}
