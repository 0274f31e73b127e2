import SQLDatabase
import Testing

@Suite struct MigrationTests {
    @Test(arguments: Store.all)
    func `migrating twice does every step once, in order`(store: Store) async throws {
        let place = try await store.newPlace()
        let database = try await place.open()

        try await database.migrate(Notes.migrations)
        try await database.migrate(Notes.migrations)

        let recorded = try await database.read(of: ann) {
            try $0.rows("SELECT position, name FROM schema_migrations ORDER BY position")
        }
        #expect(recorded.map(\.values) == [[1, "notes"], [2, "remarks"]])
    }

    @Test(arguments: Store.all)
    func `a step that fails leaves the ones before it, and the next start goes on`(store: Store) async throws {
        let place = try await store.newPlace()
        let database = try await place.open()
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

    @Test(arguments: Store.all)
    func `a database of a newer version is left as it is, unless a step of it says otherwise`(
        store: Store
    ) async throws {
        let place = try await store.newPlace()
        let database = try await place.openNotes()
        try await database.migrate([Notes.migrations[0]])

        try await database.migrate(Notes.migrations + [Migration("third", oldestBeside: 2, [])])

        try await database.migrate(Notes.migrations)
        await #expect(throws: DatabaseError.newerSchema(found: 3, known: 1)) {
            try await database.migrate([Notes.migrations[0]])
        }
    }

    @Test(arguments: Store.all)
    func `a database of other steps is refused before anything changes`(store: Store) async throws {
        let place = try await store.newPlace()
        let database = try await place.openNotes()
        let renamed = Migration("comments", [])
        let third = Migration("third", ["CREATE TABLE third (id TEXT)"])

        await #expect(throws: DatabaseError.migrationsDiffer(position: 2, recorded: "remarks", known: "comments")) {
            try await database.migrate([Notes.migrations[0], renamed, third])
        }

        let tables = try await tables(of: database)
        #expect(tables == ["note", "remark", "schema_migrations"])
    }

    @Test(arguments: Store.shared)
    func `two processes that start together do every step once`(store: Store) async throws {
        let place = try await store.newPlace()
        let databases = [try await place.open(), try await place.open()]

        try await withThrowingTaskGroup(of: Void.self) { group in
            for database in databases { group.addTask { try await database.migrate(Notes.migrations) } }
            try await group.waitForAll()
        }

        let recorded = try await databases[0].read(of: ann) {
            try $0.row("SELECT count(*) FROM schema_migrations")?.int(0)
        }
        #expect(recorded == 2)
    }

    private func tables(of database: Database) async throws -> [String] {
        try await database.read(of: .schema) { transaction in
            try ["note", "remark", "third", "schema_migrations"].filter { try transaction.hasTable($0) }
        }
    }
}

private struct Interruption: Error {}
