import Foundation
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

    func execute(_ sql: String, _ values: [SQLValue]) throws -> Int {
        try naming {
            // `sqlite3_changes` keeps its old value after a statement that is not INSERT, UPDATE or DELETE.
            let before = database.totalChangesCount
            try database.cachedStatement(sql: sql).execute(arguments: arguments(values))
            return database.totalChangesCount == before ? 0 : database.changesCount
        }
    }

    func insert(
        into table: String, columns: [String], rows: some Sequence<[SQLValue]>, check: ([SQLValue]) throws -> Void
    ) throws {
        let placeholders = (1...max(columns.count, 1)).map { "$\($0)" }.joined(separator: ", ")
        let sql = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(placeholders))"
        try naming {
            let statement = try database.cachedStatement(sql: sql)
            for row in rows {
                try check(row)
                try statement.execute(arguments: arguments(row))
            }
        }
    }

    func notify(_ channel: String) { notified.channels.insert(channel) }

    func prepareSchema() {}

    func executeSchema(_ sql: String) throws {
        _ = try execute(sql, [])
    }

    /// A file belongs to the firm that runs it; SQLite has no security of rows.
    func wallOff(_ table: String, by companyColumn: String) {}

    func rows(_ sql: String, _ values: [SQLValue]) throws -> [Row] {
        try naming {
            var rows: [Row] = []
            try step(database.cachedStatement(sql: sql), values) { rows.append($0) }
            return rows
        }
    }

    /// A text that `body` runs again is compiled anew for it, since the kept statement would start over.
    func forEach(_ sql: String, _ values: [SQLValue], _ body: (Row) throws -> Void) throws {
        try naming {
            guard stepped.texts.insert(sql).inserted else {
                return try step(database.makeStatement(sql: sql), values, body)
            }
            defer { stepped.texts.remove(sql) }
            try step(database.cachedStatement(sql: sql), values, body)
        }
    }

    private func step(_ statement: Statement, _ values: [SQLValue], _ body: (Row) throws -> Void) throws {
        let names = statement.columnNames
        let cursor = try GRDB.Row.fetchCursor(statement, arguments: arguments(values))
        while let row = try cursor.next() {
            var values: [SQLValue] = []
            values.reserveCapacity(names.count)
            for position in names.indices { values.append(try value(row, position, names)) }
            try body(Row(names: names, values: values))
        }
    }

    private func value(_ row: GRDB.Row, _ position: Int, _ names: [String]) throws -> SQLValue {
        let value: DatabaseValue = row[position]
        switch value.storage {
        case .int64(let integer): return .integer(integer)
        case .string(let text): return .text(text)
        case .blob(let bytes): return .blob([UInt8](bytes))
        case .null: return .null
        case .double:
            throw DatabaseError.column(names[position], expected: "an integer, text, a blob or null", found: "a real")
        }
    }

    private func arguments(_ values: [SQLValue]) -> StatementArguments {
        StatementArguments(values.map(\.databaseValue))
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

extension SQLValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .integer(let value): value.databaseValue
        case .text(let value): value.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        case .null: .null
        }
    }
}
