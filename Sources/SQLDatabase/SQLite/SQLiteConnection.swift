import GRDB

/// Statements on one SQLite connection. Statements are compiled once for each connection and kept.
struct SQLiteConnection: EngineConnection {
    let database: GRDB.Database
    let notified = NotifiedChannels()
    private let stepped = SteppedTexts()

    /// Whether a table may be made append-only. Not where the engine itself goes back to earlier rows.
    let keepsAppendOnly: Bool

    init(database: GRDB.Database, keepsAppendOnly: Bool = true) {
        self.database = database
        self.keepsAppendOnly = keepsAppendOnly
    }

    @discardableResult
    func execute(_ sql: String, _ values: [SQLValue]) throws -> Int {
        try naming {
            // `sqlite3_changes` keeps its old value after a statement that is not INSERT, UPDATE or DELETE.
            let before = database.totalChangesCount
            try kept(sql).run(values) { _ in }
            return database.totalChangesCount == before ? 0 : database.changesCount
        }
    }

    func insert(
        into table: String, columns: [String], rows: some Sequence<[SQLValue]>, check: ([SQLValue]) throws -> Void
    ) throws {
        let placeholders = (1...max(columns.count, 1)).map { "$\($0)" }.joined(separator: ", ")
        let sql = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(placeholders))"
        try naming {
            let statement = try kept(sql)
            for row in rows {
                try check(row)
                try statement.run(row) { _ in }
            }
        }
    }

    func notify(_ channel: String) { notified.channels.insert(channel) }

    func prepareSchema() {}

    /// By GRDB itself, which forgets then what it knew of the tables.
    func executeSchema(_ sql: String) throws {
        try naming { try database.execute(sql: sql) }
    }

    /// A file belongs to the firm that runs it; SQLite has no security of rows.
    func wallOff(_ table: String, by companyColumn: String) {}

    func rows(_ sql: String, _ values: [SQLValue]) throws -> [Row] {
        try naming {
            var rows: [Row] = []
            try kept(sql).run(values) { rows.append(try $0.row()) }
            return rows
        }
    }

    /// A text that `body` runs again is compiled anew for it, since the kept statement would start over.
    func forEach(_ sql: String, _ values: [SQLValue], _ body: (Row) throws -> Void) throws {
        try naming {
            guard stepped.texts.insert(sql).inserted else {
                return try CompiledStatement(database.makeStatement(sql: sql)).run(values) { try body(try $0.row()) }
            }
            defer { stepped.texts.remove(sql) }
            try kept(sql).run(values) { try body(try $0.row()) }
        }
    }

    private func kept(_ sql: String) throws -> CompiledStatement {
        CompiledStatement(try database.cachedStatement(sql: sql))
    }

    /// The texts whose rows are being gone through.
    private final class SteppedTexts {
        var texts: Set<String> = []
    }

    /// For the engine, which tells the listeners once the transaction is committed.
    final class NotifiedChannels {
        fileprivate(set) var channels: Set<String> = []
    }

    private func naming<T>(_ statement: () throws -> T) throws -> T {
        do {
            return try statement()
        } catch let error as GRDB.DatabaseError {
            throw try SQLiteFault.fault(error) { try uniqueConstraintName(violated: $0) }
        }
    }
}
