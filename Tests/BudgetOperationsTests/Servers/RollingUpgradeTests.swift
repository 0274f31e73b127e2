import BudgetDomain
import BudgetOperations
import SQLDatabase
import TestStorage
import Testing

/// An older server on a database that a newer one has migrated further.
@Suite struct RollingUpgradeTests {
    private static let known = 20

    @Test(arguments: Storage.available)
    func `an older server works beside steps that only add`(storage: Storage) async throws {
        let furnished = try await FurnishedFixture(storage)
        let watch = SchemaWatch()

        try await furnished.base.addStep(oldestBeside: 0)
        try await furnished.base.addStep(oldestBeside: Self.known)

        try await furnished.plumbline.migrate()
        #expect(try await watch.look(at: furnished.plumbline))
        #expect(watch.stopSentence == nil)
        try await furnished.addLine("03-100", "L", 100_00)
    }

    @Test(arguments: Storage.available)
    func `an older server refuses a database that takes away what it needs`(storage: Storage) async throws {
        let fixture = try await Fixture(storage)
        let watch = SchemaWatch()
        #expect(try await watch.look(at: fixture.plumbline))

        try await fixture.addStep(oldestBeside: Self.known + 1)
        try await fixture.addStep(oldestBeside: 0)

        let newer = DatabaseError.newerSchema(found: Self.known + 2, known: Self.known)
        await #expect(throws: newer) { try await fixture.plumbline.migrate() }
        #expect(try await !watch.look(at: fixture.plumbline))
        #expect(watch.overtakenBy as? DatabaseError == newer)
        #expect(
            watch.stopSentence
                == "A newer version of Plumbline has changed the database, so this server takes no more work. Nothing "
                + "is lost: the newer servers go on where this one stopped.")
    }

    @Test(arguments: Storage.available)
    func `a server that was overtaken stays so`(storage: Storage) async throws {
        let fixture = try await Fixture(storage)
        let watch = SchemaWatch()
        try await fixture.addStep(oldestBeside: Self.known + 1)
        #expect(try await !watch.look(at: fixture.plumbline))

        try await fixture.plumbline.database.write(of: .schema) { tx in
            try tx.execute("DELETE FROM schema_migrations WHERE name = 'later'")
        }

        #expect(try await !watch.look(at: fixture.plumbline))
    }

    @Test(arguments: Storage.available)
    func `a database of version 0,1 is told what its steps allow`(storage: Storage) async throws {
        let fixture = try await Fixture(storage)
        try await fixture.plumbline.database.write(of: .schema) { tx in
            try tx.executeSchema("ALTER TABLE schema_migrations DROP COLUMN oldest_beside")
        }

        try await fixture.plumbline.migrate()

        let allowed = try await fixture.plumbline.database.read(of: .schema) { tx in
            try tx.rows("SELECT oldest_beside FROM schema_migrations ORDER BY position").map { try $0.int(0) }
        }
        #expect(allowed == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    }
}

extension Fixture {
    /// Records a step that this version does not know, as a newer one does when it has taken it.
    fileprivate func addStep(oldestBeside: Int) async throws {
        try await plumbline.database.write(of: .schema) { tx in
            try tx.execute(
                """
                INSERT INTO schema_migrations (position, name, oldest_beside)
                SELECT MAX(position) + 1, 'later', CAST($1 AS BIGINT) FROM schema_migrations
                """, [SQLValue(oldestBeside)])
        }
    }
}
