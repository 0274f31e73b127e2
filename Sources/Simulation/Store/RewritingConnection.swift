package import SQLDatabase

/// What a mutant makes of a statement before it runs. It gives back as many values as the new text has placeholders.
package typealias Rewriting = @Sendable (_ sql: String, _ values: [SQLValue]) -> (String, [SQLValue])

/// Statements of a transaction, as a mutant would have them.
struct RewritingConnection: EngineConnection {
    let inner: any EngineConnection
    let rewriting: Rewriting

    func execute(_ sql: String, _ values: [SQLValue]) throws -> Int {
        let (sql, values) = rewriting(sql, values)
        return try inner.execute(sql, values)
    }

    func rows(_ sql: String, _ values: [SQLValue]) throws -> [Row] {
        let (sql, values) = rewriting(sql, values)
        return try inner.rows(sql, values)
    }

    func forEach(_ sql: String, _ values: [SQLValue], _ body: (Row) throws -> Void) throws {
        let (sql, values) = rewriting(sql, values)
        try inner.forEach(sql, values, body)
    }

    /// One row at a time through an ordinary statement, so that a mutant sees these too.
    func insert(
        into table: String, columns: [String], rows: some Sequence<[SQLValue]>, check: ([SQLValue]) throws -> Void
    ) throws {
        let places = (1...max(columns.count, 1)).map { "$\($0)" }.joined(separator: ", ")
        let sql = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places))"
        for row in rows {
            try check(row)
            _ = try execute(sql, row)
        }
    }

    func notify(_ channel: String) throws { try inner.notify(channel) }
    func prepareSchema() throws { try inner.prepareSchema() }
    func executeSchema(_ sql: String) throws { try inner.executeSchema(sql) }
    func refuseAmbiguousUniqueIndexes() throws { try inner.refuseAmbiguousUniqueIndexes() }
    func wallOff(_ table: String, by companyColumn: String) throws { try inner.wallOff(table, by: companyColumn) }
    func setAppendOnly(_ table: String, _ isAppendOnly: Bool) throws {
        try inner.setAppendOnly(table, isAppendOnly)
    }
}
