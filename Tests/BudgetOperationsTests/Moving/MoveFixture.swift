import BudgetDomain
import BudgetOperations
import SQLDatabase
import TestStorage
import Testing

/// A firm whose budget is on its way to QuickBooks, in an SQLite database, and an empty database to move it to.
struct MoveFixture: Sendable {
    let sending: SendingFixture
    let targetStorage: StorageUnderTest

    var source: Database { sending.furnished.base.database }
    var target: Database { targetStorage.database }

    init(to storage: Storage) async throws {
        sending = try await SendingFixture(.memory)
        try await sending.send()
        try await sending.accept()
        targetStorage = try await storage.newDatabase(migratedBy: Plumbline.migrate)
    }

    func move(as name: String = "old.sqlite") -> Move {
        Move(
            from: Move.End(source, name: name), to: Move.End(target, name: "postgres://db/new"),
            clock: Clock { Fixture.start })
    }

    /// Moves until this batch, counted from 1, has been stored.
    func move(killedAfter batch: Int) async throws {
        let batches = Counted()
        await #expect(throws: Killed.self) {
            try await move().run { _, _ in if batches.next() == batch { throw Killed() } }
        }
    }

    /// Changes the firm's name, as any act changes a row.
    func rename(in database: Database) async throws {
        try await database.write(of: .everyCompany) { tx in
            try tx.execute("UPDATE companies SET name = 'Halvorsen & Daughters'")
        }
    }

    /// Makes a table longer than a batch.
    func addCostTypes(_ count: Int) async throws {
        try await source.write(of: .everyCompany) { [sending] tx in
            try tx.insert(
                into: "cost_types", columns: ["company_id", "code", "name"],
                rows: (0..<count).map { [.text(sending.company.text), .text("#\($0)"), .text("Type")] })
        }
    }

    /// The budget's lines, in the product's own words.
    func budget(in database: Database) async throws -> BudgetView {
        let plumbline = sending.plumbline
        let there = Plumbline(
            database: database, clock: plumbline.clock, randomness: plumbline.randomness, log: plumbline.log)
        return try await there.budget(of: "1001", in: sending.company, by: sending.manager)
    }
}

/// Stands for the end of the process.
struct Killed: Error {}
