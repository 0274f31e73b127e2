import BudgetDomain
import SQLDatabase
import Synchronization
import TestStorage
import Testing

@testable import BudgetOperations

/// A whole database carried into another one.
@Suite struct MoveTests {
    @Test(arguments: Storage.available) func `everything arrives, and the source is closed`(
        _ storage: Storage
    ) async throws {
        let fixture = try await MoveFixture(to: storage)
        let before = try await fixture.budget(in: fixture.source)

        let report = try await fixture.move().run()

        #expect(try await fixture.budget(in: fixture.target) == before)
        #expect(report.source == "old.sqlite")
        #expect(report.target == "postgres://db/new")
        #expect(report.copiedRows == report.rows)
        let rows = Dictionary(uniqueKeysWithValues: report.tables.map { ($0.table, $0.rows) })
        #expect(rows["companies"] == 1)
        #expect(rows["budget_line_items"] == 2)
        #expect(rows["export_transactions"] == 2)
        #expect(rows["audit_entries"] == 16)
        #expect(try await fixture.target.unfinishedMove() == nil)
        await #expect(throws: DatabaseError.sealed(reason: Self.closed)) {
            try await fixture.rename(in: fixture.source)
        }
    }

    static let closed =
        "Everything in this database was moved to postgres://db/new, and nothing is written here any more."

    @Test(arguments: Storage.available, [1, 2, 5, 12]) func `a killed move goes on with the row after the last one`(
        _ storage: Storage, batch: Int
    ) async throws {
        let fixture = try await MoveFixture(to: storage)
        try await fixture.move(killedAfter: batch)

        #expect(try await fixture.source.sealedBecause() == nil)
        #expect(try await fixture.target.unfinishedMove() == "old.sqlite")
        let whole = try await MoveFixture(to: .memory).move().run()
        let report = try await fixture.move().run()
        #expect(report.tables == whole.tables)
        #expect(report.copiedRows < whole.rows)
    }

    @Test func `a table of more rows than a batch goes in several`() async throws {
        let fixture = try await MoveFixture(to: .memory)
        try await fixture.addCostTypes(2_500)
        let batches = Mutex<[Int]>([])
        _ = try await fixture.move().run { table, rows in
            if table == "cost_types" { batches.withLock { $0.append(rows) } }
        }

        #expect(batches.withLock { $0 } == [1_000, 1_000, 507])
    }

    @Test func `a batch ends when it has megabytes`() async throws {
        let database = try Database.openInMemory()
        let table = MovedTable("note", key: "id", "text")
        let megabytes = String(repeating: "x", count: 3 << 20)
        let sizes = try await database.write(of: .schema) { tx in
            try tx.executeSchema("CREATE TABLE note (id BIGINT NOT NULL PRIMARY KEY, text TEXT)")
            try tx.insert(
                into: "note", columns: ["id", "text"], rows: (1...5).map { [SQLValue($0), .text(megabytes)] })
            let first = try tx.batch(of: table, after: nil)
            let second = try tx.batch(of: table, after: first.lastKey)
            let third = try tx.batch(of: table, after: second.lastKey)
            return [first, second, third].map(\.rows.count)
        }

        #expect(sizes == [2, 2, 1])
    }

    @Test func `a move that ended after the source was closed is only marked as finished`() async throws {
        let fixture = try await MoveFixture(to: .memory)
        _ = try await fixture.move().run()
        try await fixture.target.write(of: .everyCompany) { try $0.setMove(.copying, at: Fixture.start) }

        let report = try await fixture.move().run()

        #expect(report.copiedRows == 0)
        #expect(try await fixture.target.unfinishedMove() == nil)
    }
}
