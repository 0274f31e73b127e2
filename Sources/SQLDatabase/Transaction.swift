/// Statements inside one transaction. It is valid only in the closure that was given it, and cannot leave it: the
/// type is not `Sendable`, so neither a `Sendable` result nor another task can carry it.
///
/// SQL is written once, in what SQLite 3.40 and PostgreSQL 15 share, with `$1`, `$2`… in order of first appearance
/// (docs/decisions/0001-sql-written-once-over-two-engines.md).
package struct Transaction {
    let connection: SQLiteConnection

    /// Runs one statement that answers no rows.
    /// - Returns: how many rows it inserted, changed or deleted; 0 for a change of the schema.
    @discardableResult
    package func execute(_ sql: String, _ values: [SQLValue] = []) throws -> Int {
        try check(sql, values)
        return try connection.execute(sql, values)
    }

    /// All rows of an answer, in memory.
    package func rows(_ sql: String, _ values: [SQLValue] = []) throws -> [Row] {
        try check(sql, values)
        return try connection.rows(sql, values)
    }

    /// The row of an answer that has at most one.
    /// - Throws: ``StatementProblem/moreThanOneRow`` when there are more, since which one is meant would be chance.
    package func row(_ sql: String, _ values: [SQLValue] = []) throws -> Row? {
        let found = try rows(sql, values)
        guard found.count <= 1 else { throw DatabaseError.statement(.moreThanOneRow, sql: sql) }
        return found.first
    }

    /// The rows of an answer one after the other, never more than one in memory.
    package func forEach(_ sql: String, _ values: [SQLValue] = [], _ body: (Row) throws -> Void) throws {
        try check(sql, values)
        try connection.forEach(sql, values, body)
    }

    /// Inserts many rows through one prepared statement.
    package func insert(into table: String, columns: [String], rows: some Sequence<[SQLValue]>) throws {
        try StatementText.checkIdentifier(table)
        try columns.forEach(StatementText.checkIdentifier)
        let placeholders = (1...max(columns.count, 1)).map { "$\($0)" }.joined(separator: ", ")
        let sql = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(placeholders))"
        try connection.executeEach(sql, rows) { try check(sql, $0, count: columns.count) }
    }

    private func check(_ sql: String, _ values: [SQLValue]) throws {
        try check(sql, values, count: StatementText.placeholderCount(sql))
    }

    private func check(_ sql: String, _ values: [SQLValue], count: Int) throws {
        guard values.count == count else {
            throw DatabaseError.statement(.valueCount(expected: count, given: values.count), sql: sql)
        }
        for value in values { try value.checkFits() }
    }
}
