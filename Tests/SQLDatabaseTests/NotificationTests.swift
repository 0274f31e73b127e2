import SQLDatabase
import TestPostgreSQL
import Testing

@Suite struct NotificationTests {
    @Test(arguments: Store.all)
    func `a committed notification wakes whoever listens, and one that was rolled back does not`(
        store: Store
    ) async throws {
        let place = try await store.newPlace()
        let database = try await place.openNotes()
        var ticks = try database.notifications(on: "Work").makeAsyncIterator()
        var others = try database.notifications(on: "rest").makeAsyncIterator()
        #expect(await ticks.next() != nil)
        #expect(await others.next() != nil)

        await #expect(throws: RolledBack.self) {
            try await database.write(of: ann) { transaction in
                try transaction.notify("Work")
                throw RolledBack()
            }
        }
        try await database.write(of: ann) { transaction in
            try transaction.execute(Notes.insert, ["a", "ann", "told", 1, "done"])
            try transaction.notify("Work")
            try transaction.notify("Work")
        }
        #expect(await ticks.next() != nil)
        let seen = try await database.read(of: ann) { try $0.row("SELECT title FROM note")?.text(0) }
        #expect(seen == "told")

        try database.close()
        #expect(await ticks.next() == nil)
        #expect(await others.next() == nil)
    }

    @Test(.enabled(if: TestPostgreSQL.isInstalled))
    func `a lost connection is made again, and tells that something may have been missed`() async throws {
        let server = try await TestPostgreSQL.newDatabase()
        let here = try await Database.openPostgreSQL(PostgreSQLSettings(url: server.url, poolSize: 1))
        var ticks = try here.notifications(on: "work").makeAsyncIterator()
        #expect(await ticks.next() != nil)

        try await TestPostgreSQL.runAsSuperuser(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(server.name)'")

        #expect(await ticks.next() != nil)
        let there = try await Database.openPostgreSQL(PostgreSQLSettings(url: server.url, poolSize: 1))
        try await there.migrate([])
        try await there.write(of: ann) { try $0.notify("work") }
        #expect(await ticks.next() != nil)
        try here.close()
    }

    @Test(arguments: ["", "two words", "quo\"te"])
    func `a channel is a plain identifier`(channel: String) throws {
        let database = try Database.openInMemory()

        #expect(throws: DatabaseError.statement(.notAnIdentifier(channel), sql: "")) {
            _ = try database.notifications(on: channel)
        }
    }
}

private struct RolledBack: Error {}
