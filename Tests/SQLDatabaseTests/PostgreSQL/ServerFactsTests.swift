import SQLDatabase
import TestPostgreSQL
import Testing

@Suite(.enabled(if: TestPostgreSQL.isInstalled)) struct ServerFactsTests {
    @Test func `a server says what an operator has to know`() async throws {
        let server = try await TestPostgreSQL.newDatabase()
        let database = try await Database.openPostgreSQL(PostgreSQLSettings(url: server.url))
        try await database.migrate([])
        try await database.write(of: .schema) { transaction in
            for table in ["walled", "open"] {
                try transaction.executeSchema("CREATE TABLE \(table) (company_id TEXT NOT NULL)")
            }
            try transaction.wallOff("walled", by: "company_id")
        }

        let facts = try #require(try await database.facts())

        #expect(facts.versionNumber >= 150_000)
        #expect(facts.version.hasPrefix("\(facts.versionNumber / 10_000)."))
        #expect(facts.role == "plumbline")
        #expect(
            [facts.isSuperuser, facts.bypassesRowSecurity, facts.isStandby, facts.isEncrypted] == [
                false, false, false, false,
            ])
        #expect([facts.fsync, facts.fullPageWrites, facts.locksHold] == [false, false, true])
        #expect(facts.synchronousCommit == "off")
        #expect(facts.synchronousStandbyNames == "")
        #expect(facts.schemaOwner == "pg_database_owner")
        #expect(facts.tablesWithoutWall == ["open"])
        #expect(facts.encoding == "UTF8")
        #expect(facts.collation == "en-US")
        #expect(facts.mostConnections == 400)
        // The year 2020 and the year 2100, in microseconds.
        #expect((1_577_836_800_000_000..<4_102_444_800_000_000).contains(facts.clock))
    }

    @Test func `a superuser is found, whom no wall holds`() async throws {
        let server = try await TestPostgreSQL.newDatabase()
        let database = try await Database.openPostgreSQL(PostgreSQLSettings(url: server.url(role: "postgres")))

        let facts = try #require(try await database.facts())

        #expect([facts.isSuperuser, facts.bypassesRowSecurity] == [true, true])
    }

    @Test func `a file has no server to speak of`() async throws {
        #expect(try await Database.openInMemory().facts() == nil)
    }

    @Test func `a constraint that was never checked is found`() async throws {
        let server = try await TestPostgreSQL.newDatabase()
        let database = try await Database.openPostgreSQL(PostgreSQLSettings(url: server.url))
        try await database.migrate([Migration("one", ["CREATE TABLE one (n BIGINT NOT NULL)"])])
        #expect(try await database.integrityProblems() == [])

        try await database.write(of: .schema) { transaction in
            try transaction.executeSchema("ALTER TABLE one ADD CONSTRAINT one_n CHECK (n > 0) NOT VALID")
        }

        #expect(try await database.integrityProblems() == ["the constraint one_n was not checked for all rows"])
    }
}
