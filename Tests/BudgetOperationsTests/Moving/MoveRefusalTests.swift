import BudgetDomain
import SQLDatabase
import TestStorage
import Testing

@testable import BudgetOperations

/// What a move finds out, and what it does not begin.
@Suite struct MoveRefusalTests {
    @Test(arguments: Storage.available) func `a changed cell in the target is found, and copied anew`(
        _ storage: Storage
    ) async throws {
        let fixture = try await MoveFixture(to: storage)
        try await fixture.move(killedAfter: 10)
        try await fixture.target.write(of: .everyCompany) { tx in
            try tx.execute("UPDATE budget_line_items SET original_amount = original_amount + 1 WHERE cost_type = 'L'")
        }

        await #expect(throws: MoveProblem.tablesDiffer(["budget_line_items"])) { try await fixture.move().run() }
        #expect(try await fixture.source.sealedBecause() == nil)
        #expect(try await fixture.target.unfinishedMove() == "old.sqlite")

        let report = try await fixture.move().run()
        #expect(report.copiedRows == report.rows)
        #expect(try await fixture.budget(in: fixture.target) == fixture.budget(in: fixture.source))
    }

    @Test func `a source that is written to while it is copied is not closed`() async throws {
        let fixture = try await MoveFixture(to: .memory)
        let batches = Counted()

        await #expect(throws: MoveProblem.tablesDiffer(["companies"])) {
            try await fixture.move().run { _, _ in
                if batches.next() == 3 { try await fixture.rename(in: fixture.source) }
            }
        }

        try await fixture.rename(in: fixture.source)
        _ = try await fixture.move().run()
        #expect(try await fixture.source.sealedBecause() == MoveTests.closed)
    }

    @Test func `a source that changed after the comparison is not closed`() async throws {
        let fixture = try await MoveFixture(to: .memory)
        let move = fixture.move()
        try await fixture.move(killedAfter: 1)
        let digests = try await fixture.source.read(of: .everyCompany) { try $0.digests(of: MovedTables.inOrder) }
        try await fixture.rename(in: fixture.source)

        await #expect(throws: MoveProblem.sourceChanged(["companies"])) { try await move.close(holding: digests) }
        #expect(try await fixture.source.sealedBecause() == nil)
    }

    @Test func `a target with rows of its own is refused by name`() async throws {
        let fixture = try await MoveFixture(to: .memory)
        try await fixture.target.write(of: .everyCompany) { tx in
            try tx.execute(
                """
                INSERT INTO companies (id, name, currency, allows_grand_total, sender_may_not_approve, uses_sub_items,
                    adds_cost_codes) VALUES ('c', 'Other', 'USD', 0, 0, 0, 0)
                """)
        }

        await #expect(throws: MoveProblem.targetIsNotEmpty("postgres://db/new", table: "companies")) {
            try await fixture.move().run()
        }
    }

    @Test func `a part of another source is left alone`() async throws {
        let fixture = try await MoveFixture(to: .memory)
        try await fixture.move(killedAfter: 1)

        let refusal = MoveProblem.unfinishedMoveOfAnother(target: "postgres://db/new", source: "old.sqlite")
        await #expect(throws: refusal) { try await fixture.move(as: "other.sqlite").run() }
    }

    @Test func `a finished move is not made twice`() async throws {
        let fixture = try await MoveFixture(to: .memory)
        _ = try await fixture.move().run()

        await #expect(throws: MoveProblem.movedAlready(source: "old.sqlite", target: "postgres://db/new")) {
            try await fixture.move().run()
        }
    }

    @Test func `a closed source is not moved a second time`() async throws {
        let fixture = try await MoveFixture(to: .memory)
        _ = try await fixture.move().run()
        let second = try await Storage.memory.newDatabase(migratedBy: Plumbline.migrate)

        await #expect(throws: DatabaseError.sealed(reason: MoveTests.closed)) {
            try await Move(
                from: Move.End(fixture.source, name: "old.sqlite"), to: Move.End(second.database, name: "second"),
                clock: Clock { Fixture.start }
            ).run()
        }
    }

    @Test func `a source that was moved elsewhere meanwhile is not moved here as well`() async throws {
        let fixture = try await MoveFixture(to: .memory)
        try await fixture.move(killedAfter: 3)
        let second = try await Storage.memory.newDatabase(migratedBy: Plumbline.migrate)
        let elsewhere = Move(
            from: Move.End(fixture.source, name: "old.sqlite"), to: Move.End(second.database, name: "second"),
            clock: Clock { Fixture.start })
        let digests = try await fixture.source.read(of: .everyCompany) { try $0.digests(of: MovedTables.inOrder) }
        _ = try await elsewhere.run()

        let closed = DatabaseError.sealed(
            reason: "Everything in this database was moved to second, and nothing is written here any more.")
        await #expect(throws: closed) { try await fixture.move().run() }
        await #expect(throws: closed) { try await fixture.move().close(holding: digests) }
        #expect(try await fixture.target.unfinishedMove() == "old.sqlite")
    }

    @Test func `a target that an empty database was moved to takes another`() async throws {
        let fixture = try await MoveFixture(to: .memory)
        let empty = try await Storage.memory.newDatabase(migratedBy: Plumbline.migrate)
        _ = try await Move(
            from: Move.End(empty.database, name: "empty.sqlite"),
            to: Move.End(fixture.target, name: "postgres://db/new"), clock: Clock { Fixture.start }
        ).run()

        let report = try await fixture.move().run()

        #expect(report.copiedRows == report.rows)
        #expect(try await fixture.target.unfinishedMove() == nil)
    }

    @Test func `nobody else may fill the target meanwhile`() async throws {
        let fixture = try await MoveFixture(to: .memory)
        try await fixture.addCostTypes(2_500)

        await #expect(throws: MoveProblem.targetChanged("postgres://db/new", table: "cost_types")) {
            try await fixture.move().run { table, _ in
                if table == "cost_types" { try await fixture.move(killedAfter: 1) }
            }
        }
    }

    @Test func `a missing audit entry is found before anything is copied`() async throws {
        let fixture = try await MoveFixture(to: .memory)
        try await fixture.source.write(of: .everyCompany) { tx in
            _ = try tx.withoutAppendOnly("audit_entries") {
                try tx.execute("DELETE FROM audit_entries WHERE number = 4")
            }
        }
        let broken = MoveProblem.auditChainBroken(
            database: "old.sqlite", company: fixture.sending.company.text, problem: "Entry 4 was taken out.")

        await #expect(throws: broken) { try await fixture.move().run() }
        #expect(try await fixture.target.unfinishedMove() == nil)
    }

    @Test func `an empty, an older and a newer source are refused`() async throws {
        let fixture = try await MoveFixture(to: .memory)
        func refusal(of prepare: (Database) async throws -> Void) async throws -> (any Error)? {
            let source = try Database.openInMemory()
            try await prepare(source)
            let move = Move(
                from: Move.End(source, name: "s"), to: Move.End(fixture.target, name: "t"),
                clock: Clock { Fixture.start })
            return await #expect(throws: (any Error).self) { try await move.run() }
        }
        let known = Schema.migrations
        let empty = try await refusal { _ in }
        let older = try await refusal { try await $0.migrate(Array(known.dropLast())) }
        let newer = try await refusal { try await $0.migrate(known + [Migration("9999 later", [])]) }

        #expect(empty as? MoveProblem == .sourceIsNotOurs("s"))
        #expect(older as? MoveProblem == .sourceIsOlder("s"))
        #expect(newer as? DatabaseError == .newerSchema(found: known.count + 1, known: known.count))
    }

    @Test func `a database is not moved into itself`() async throws {
        let fixture = try await MoveFixture(to: .memory)

        await #expect(throws: MoveProblem.sameDatabase("postgres://db/new")) {
            try await fixture.move(as: "postgres://db/new").run()
        }
    }
}
