import BudgetDomain
package import SQLDatabase

/// Everything of one database carried into another, empty one: copied in batches, compared, and the source closed.
///
/// It may end anywhere and be begun again. Until the last step the source is as it was and holds the truth; the target
/// says that it is unfinished, and is not opened for work. The last step compares once more while nobody else can write
/// to the source, and closes it in the same transaction: no act can be stored on both sides, or on the forgotten one.
package struct Move: Sendable {
    /// A database, with the name that people know it by: its path or its address, without a password.
    package struct End: Sendable {
        let database: Database
        let name: String

        package init(_ database: Database, name: String) {
            self.database = database
            self.name = name
        }
    }

    let source: End
    let target: End
    let clock: Clock

    package init(from source: End, to target: End, clock: Clock) {
        self.source = source
        self.target = target
        self.clock = clock
    }

    /// Told after each batch is stored in the target. What it throws ends the move there, to be gone on with later.
    package typealias Progress = @Sendable (_ table: String, _ rowsOfBatch: Int) async throws -> Void

    /// - Throws: ``MoveProblem``; `DatabaseError` of either database.
    package func run(_ progress: Progress = { _, _ in }) async throws -> MoveReport {
        guard source.name != target.name else { throw MoveProblem.sameDatabase(source.name) }
        try await checkSource()
        try await prepareTarget()
        var copied = 0
        for table in MovedTables.inOrder { copied += try await copy(table, progress) }
        let digests = try await compare()
        try await close(holding: digests)
        let now = clock.now()
        try await target.database.write(of: .everyCompany) { try $0.setMove(.finished, at: now) }
        return MoveReport(source: source.name, target: target.name, tables: digests, copiedRows: copied)
    }

    private func copy(_ table: MovedTable, _ progress: Progress) async throws -> Int {
        var copied = 0
        var last = try await target.database.read(of: .everyCompany) { try $0.lastKey(of: table) }
        while true {
            let before = last
            let batch = try await source.database.read(of: .everyCompany) { try $0.batch(of: table, after: before) }
            guard let end = batch.lastKey else { return copied }
            try await store(batch, of: table, after: before)
            last = end
            copied += batch.rows.count
            try await progress(table.name, batch.rows.count)
        }
    }

    private func store(_ batch: MovedBatch, of table: MovedTable, after key: [SQLValue]?) async throws {
        try await target.database.write(of: .everyCompany) { [target] tx in
            guard try tx.lastKey(of: table) == key, try tx.move()?.state == .copying else {
                throw MoveProblem.targetChanged(target.name, table: table.name)
            }
            try tx.insert(into: table.name, columns: table.columns, rows: batch.rows)
        }
    }
}

/// What was moved. The digests are those of both sides.
package struct MoveReport: Equatable, Sendable {
    package let source: String
    package let target: String
    package let tables: [TableDigest]
    /// Rows copied by this run; the others were there from an earlier one.
    package let copiedRows: Int

    package var rows: Int { tables.reduce(0) { $0 + $1.rows } }
}
