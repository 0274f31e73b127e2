/// Statements inside one transaction. It is valid only in the closure that was given it, and cannot leave it: the
/// type is not `Sendable`, so neither a `Sendable` result nor another task can carry it.
///
/// A statement that failed dooms its transaction, on every engine: a later statement throws the same error again, and
/// so does the end. What a body makes of the error is passed on, but nothing that swallows it is stored.
///
/// SQL is written once, in what SQLite 3.40 and PostgreSQL 15 share, with `$1`, `$2`… in order of first appearance
/// (docs/decisions/0001-sql-written-once-over-two-engines.md).
package struct Transaction {
    let connection: any EngineConnection
    /// Whose rows it is about.
    package let scope: RowScope
    let observer: StatementObserver?
    private let failure = FirstFailure()

    init(connection: any EngineConnection, scope: RowScope, observer: StatementObserver?) {
        self.connection = connection
        self.scope = scope
        self.observer = observer
    }

    /// Runs one statement that answers no rows.
    /// - Returns: how many rows it inserted, changed or deleted; 0 for a change of the schema.
    @discardableResult
    package func execute(_ sql: String, _ values: [SQLValue] = []) throws -> Int {
        try admit(sql, values)
        return try failure.noting { try connection.execute(sql, values) }
    }

    /// All rows of an answer, in memory.
    package func rows(_ sql: String, _ values: [SQLValue] = []) throws -> [Row] {
        try admit(sql, values)
        return try failure.noting { try connection.rows(sql, values) }
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
        try admit(sql, values)
        var thrownByBody: (any Error)?
        do {
            try connection.forEach(sql, values) { row in
                do { try body(row) } catch {
                    thrownByBody = error
                    throw error
                }
            }
        } catch {
            throw thrownByBody ?? failure.note(error)
        }
    }

    /// Inserts many rows, by the fastest way that the engine has.
    package func insert(into table: String, columns: [String], rows: some Sequence<[SQLValue]>) throws {
        try StatementText.checkIdentifier(table)
        try columns.forEach(StatementText.checkIdentifier)
        let text = "INSERT INTO \(table) (\(columns.joined(separator: ", ")))"
        observer?(ObservedStatement(scope: scope, sql: text, values: []))
        try failure.noting {
            try connection.insert(into: table, columns: columns, rows: rows) {
                try check(text, $0, count: columns.count)
            }
        }
    }

    /// Wakes whoever waits for this channel (``Database/notifications(on:)``), once the transaction is committed.
    ///
    /// A server lets only one transaction with a notification commit at a time, so this is for the writes that somebody
    /// waits for.
    package func notify(_ channel: String) throws {
        try StatementText.checkIdentifier(channel)
        try failure.noting { try connection.notify(channel) }
    }

    /// A statement that makes or changes a table or an index. Text columns sort by bytes on every engine.
    package func executeSchema(_ sql: String) throws {
        try check(sql, [], count: StatementText.placeholderCount(sql))
        try failure.noting { try connection.executeSchema(sql) }
    }

    /// The second wall between companies: the engine itself shows and takes only rows whose `column` is the company of
    /// the transaction's scope, also where a statement forgets to say so. SQLite has no such wall.
    package func wallOff(_ table: String, by column: String) throws {
        try StatementText.checkIdentifier(table)
        try StatementText.checkIdentifier(column)
        try failure.noting { try connection.wallOff(table, by: column) }
    }

    /// From now on rows may be added to the table and read, and none may be changed or taken out: whoever tries meets
    /// ``DatabaseError/appendOnly(table:)``, on any connection and as any role.
    package func makeAppendOnly(_ table: String) throws {
        try StatementText.checkIdentifier(table)
        try failure.noting { try connection.setAppendOnly(table, true) }
    }

    /// Lets the body change rows of an append-only table. Nobody else may meanwhile, since it is one transaction.
    package func withoutAppendOnly<T>(_ table: String, _ body: () throws -> T) throws -> T {
        try StatementText.checkIdentifier(table)
        try failure.noting { try connection.setAppendOnly(table, false) }
        let result = try body()
        try makeAppendOnly(table)
        return result
    }

    private func admit(_ sql: String, _ values: [SQLValue]) throws {
        try check(sql, values, count: StatementText.placeholderCount(sql))
        observer?(ObservedStatement(scope: scope, sql: sql, values: values))
    }

    func throwFirstFailure() throws { try failure.throwIfAny() }

    private func check(_ sql: String, _ values: [SQLValue], count: Int) throws {
        guard values.count == count else {
            throw DatabaseError.statement(.valueCount(expected: count, given: values.count), sql: sql)
        }
        for value in values { try value.checkFits() }
    }
}

/// What the engine refused first in a transaction.
private final class FirstFailure {
    private var error: (any Error)?

    func throwIfAny() throws {
        if let error { throw error }
    }

    func note(_ thrown: any Error) -> any Error {
        let first = error ?? thrown
        error = first
        return first
    }

    func noting<T>(_ statement: () throws -> T) throws -> T {
        try throwIfAny()
        do {
            return try statement()
        } catch {
            throw note(error)
        }
    }
}
