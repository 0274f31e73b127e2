import SQLDatabase
import Testing

@Suite struct MigrationTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `migrating twice does every step once, in order`() async throws {
        let database = try Database.openInMemory()

        try await database.migrate(Notes.migrations)
        try await database.migrate(Notes.migrations)

        let recorded = try await database.read(of: .everyCompany) { try $0.rows("SELECT * FROM schema_migrations ORDER BY position") }
        #expect(recorded.map(\.values) == [[1, "notes"], [2, "remarks"]])
    }

    @Test func `a step that fails leaves the ones before it, and the next start goes on`() async throws {
        let database = try Database.openInMemory()
        let broken = Migration("remarks") { transaction in
            try transaction.execute("CREATE TABLE remark (id TEXT)")
            throw Interruption()
        }

        await #expect(throws: Interruption.self) { try await database.migrate([Notes.migrations[0], broken]) }
        let tables = try await tables(of: database)
        #expect(tables == ["note", "schema_migrations"])

        try await database.migrate(Notes.migrations)
        let completed = try await self.tables(of: database)
        #expect(completed == ["note", "remark", "schema_migrations"])
    }

    @Test func `a database of a newer version is refused`() async throws {
        let database = try await Notes.inMemory()

        await #expect(throws: DatabaseError.newerSchema(found: 2, known: 1)) {
            try await database.migrate([Notes.migrations[0]])
        }
    }

    @Test func `a database of other steps is refused before anything changes`() async throws {
        let database = try await Notes.inMemory()
        let renamed = Migration("comments", [])
        let third = Migration("third", ["CREATE TABLE third (id TEXT)"])

        await #expect(throws: DatabaseError.migrationsDiffer(position: 2, recorded: "remarks", known: "comments")) {
            try await database.migrate([Notes.migrations[0], renamed, third])
        }

        let tables = try await tables(of: database)
        #expect(tables == ["note", "remark", "schema_migrations"])
    }

    @Test func `two processes that start together do every step once`() async throws {
        let path = folder.file("notes.sqlite")
        let databases = [try Database.openSQLite(at: path), try Database.openSQLite(at: path)]

        try await withThrowingTaskGroup(of: Void.self) { group in
            for database in databases { group.addTask { try await database.migrate(Notes.migrations) } }
            try await group.waitForAll()
        }

        let recorded = try await databases[0].read { try $0.row("SELECT count(*) FROM schema_migrations")?.int(0) }
        #expect(recorded == 2)
    }

    private func tables(of database: Database) async throws -> [String] {
        try await database.read(of: .everyCompany) { transaction in
            try transaction.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
                .map { try $0.text(0) }
        }
    }
}

private struct Interruption: Error {}
