import SQLDatabase
import Testing

/// A caller maps these names to refusals, so they are the same on every engine.
@Suite struct ConstraintNameTests {
    @Test(
        arguments: Store.all,
        [
            (["a", "bob", "another", 1, "done"], DatabaseError.uniqueViolation(constraint: "note_pkey")),
            (["z", "ann", "first", 1, "done"], .uniqueViolation(constraint: "note_title_once_per_owner")),
            (["z", "ann", "another", 1, "open"], .uniqueViolation(constraint: "note_one_open_per_owner")),
            (["z", "ann", "another", -1, "done"], .checkViolation(constraint: "note_amount_is_not_negative")),
            (["z", "ann", nil, 1, "done"], .notNullViolation(column: "note.title")),
        ] as [([SQLValue], DatabaseError)])
    func `a violated constraint is reported by its name`(
        store: Store, broken: (row: [SQLValue], expected: DatabaseError)
    ) async throws {
        let place = try await store.newPlace()
        let database = try await place.openNotes()
        try await database.write(of: ann) { try $0.execute(Notes.insert, ["a", "ann", "first", 1, "open"]) }

        await #expect(throws: broken.expected) {
            try await database.write(of: ann) { try $0.execute(Notes.insert, broken.row) }
        }
    }

    @Test(arguments: Store.all)
    func `a unique constraint inside a table is named as PostgreSQL names it`(store: Store) async throws {
        let place = try await store.newPlace()
        let database = try await place.openNotes()
        try await database.write(of: ann) { try $0.execute(Notes.insert, ["a", "ann", "first", 1, "open"]) }
        let insert = "INSERT INTO remark (id, note_id, number) VALUES ($1, $2, $3)"

        await #expect(throws: DatabaseError.uniqueViolation(constraint: "remark_note_id_number_key")) {
            try await database.write(of: ann) { transaction in
                try transaction.execute(insert, ["r1", "a", 1])
                try transaction.execute(insert, ["r2", "a", 1])
            }
        }
        await #expect(throws: DatabaseError.foreignKeyViolation) {
            try await database.write(of: ann) { try $0.execute(insert, ["r3", "nowhere", 1]) }
        }
    }

    @Test(arguments: Store.all)
    func `an index with an expression is reported by its name`(store: Store) async throws {
        let place = try await store.newPlace()
        let database = try await place.open()
        try await database.migrate([
            Migration(
                "people",
                [
                    "CREATE TABLE person (email TEXT NOT NULL)",
                    "CREATE UNIQUE INDEX person_email ON person (lower(email))",
                ])
        ])

        await #expect(throws: DatabaseError.uniqueViolation(constraint: "person_email")) {
            try await database.write(of: ann) {
                try $0.execute("INSERT INTO person VALUES ($1), ($2)", ["A@b", "a@B"])
            }
        }
    }

    @Test func `two unique indexes that SQLite could not tell apart are refused by it`() async throws {
        let table = "CREATE TABLE sending (budget TEXT NOT NULL, state TEXT NOT NULL)"
        let open = "CREATE UNIQUE INDEX one_open ON sending (budget) WHERE state = 'open'"
        let first = "CREATE UNIQUE INDEX one_first ON sending (budget) WHERE state = 'first'"
        let named = "CREATE UNIQUE INDEX one_first ON sending (budget, (1)) WHERE state = 'first'"

        await #expect(
            throws: DatabaseError.ambiguousUniqueIndexes(table: "sending", indexes: ["one_first", "one_open"])
        ) {
            try await Database.openInMemory().migrate([Migration("sendings", [table, open, first])])
        }

        let database = try Database.openInMemory()
        try await database.migrate([Migration("sendings", [table, open, named])])
        let insert = "INSERT INTO sending VALUES ('b', $1), ('b', $1)"
        await #expect(throws: DatabaseError.uniqueViolation(constraint: "one_first")) {
            try await database.write(of: ann) { try $0.execute(insert, ["first"]) }
        }
        await #expect(throws: DatabaseError.uniqueViolation(constraint: "one_open")) {
            try await database.write(of: ann) { try $0.execute(insert, ["open"]) }
        }
    }
}
