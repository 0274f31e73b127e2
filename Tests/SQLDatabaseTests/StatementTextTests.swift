import SQLDatabase
import Testing

@Suite struct StatementTextTests {
    @Test(arguments: Store.all)
    func `a placeholder that has appeared may be used again`(store: Store) async throws {
        let place = try await store.newPlace()
        let database = try await place.open()

        let row = try await database.read(of: ann) {
            try $0.row("SELECT CAST($1 AS TEXT) || $2 || $1 || $2 AS both", ["a", "b"])
        }

        #expect(try row?.text("both") == "abab")
    }

    @Test(arguments: Store.all)
    func `what looks like a placeholder inside quotes and comments is none`(store: Store) async throws {
        let place = try await store.newPlace()
        let database = try await place.open()
        let sql = """
            SELECT '$2 ? it''s :x' AS "@y", CAST($1 AS BIGINT) AS z -- $7
            /* $9 * ? */
            """

        let row = try await database.read(of: ann) { try $0.row(sql, [4]) }

        #expect(row == Row(names: ["@y", "z"], values: ["$2 ? it's :x", 4]))
    }

    @Test(
        arguments: [
            ("SELECT $2, $1", [1, 2], StatementProblem.placeholderOutOfOrder(found: "$2", expected: "$1")),
            ("SELECT $1, $3", [1, 2], .placeholderOutOfOrder(found: "$3", expected: "$2")),
            ("SELECT $0", [1], .placeholderOutOfOrder(found: "$0", expected: "$1")),
            ("SELECT ?", [1], .foreignPlaceholder("?")),
            ("SELECT $name", [1], .foreignPlaceholder("$name")),
            ("SELECT 1::bigint", [], .foreignPlaceholder(":")),
            ("SELECT $1", [], .valueCount(expected: 1, given: 0)),
            ("SELECT $1", [1, 2], .valueCount(expected: 1, given: 2)),
        ] as [(String, [SQLValue], StatementProblem)])
    func `a statement that only one engine would read so is refused`(
        sql: String, values: [SQLValue], problem: StatementProblem
    ) async throws {
        let database = try Database.openInMemory()

        await #expect(throws: DatabaseError.statement(problem, sql: sql)) {
            try await database.read(of: ann) { _ = try $0.rows(sql, values) }
        }
    }

    @Test(arguments: ["note; DROP TABLE note", "", "1st", "ärger", "a b"])
    func `a bulk insert takes plain identifiers only`(name: String) async throws {
        let database = try Database.openInMemory()

        await #expect(throws: DatabaseError.statement(.notAnIdentifier(name), sql: "")) {
            try await database.write(of: ann) { try $0.insert(into: name, columns: ["id"], rows: [["a"]]) }
        }
        await #expect(throws: DatabaseError.statement(.notAnIdentifier(name), sql: "")) {
            try await database.write(of: ann) { try $0.insert(into: "note", columns: [name], rows: [["a"]]) }
        }
    }
}
