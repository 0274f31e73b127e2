/// One SQL engine under ``Database``: SQLite in the process, or a PostgreSQL server; or one of them with something
/// between, as a simulation of failures puts it there.
package protocol Engine: Sendable {
    /// What a person calls it, with its version where that is known.
    var name: String { get }

    func read<T: Sendable>(
        _ scope: RowScope, _ body: @escaping @Sendable (any EngineConnection) throws -> T
    ) async throws -> T

    func write<T: Sendable>(
        _ scope: RowScope, _ body: @escaping @Sendable (any EngineConnection) throws -> T
    ) async throws -> T

    func backup(to path: String) async throws
    func integrityProblems() async throws -> [String]
    func notifications(on channel: String) -> AsyncStream<Void>
    func facts() async throws -> ServerFacts?
    func forgetOldReceipts() async throws
    func close() throws
}

/// Statements inside one transaction of an engine. The texts are the same for every engine, and are checked before
/// they get here; what the engines do not share is a method.
package protocol EngineConnection {
    func execute(_ sql: String, _ values: [SQLValue]) throws -> Int
    func rows(_ sql: String, _ values: [SQLValue]) throws -> [Row]
    func forEach(_ sql: String, _ values: [SQLValue], _ body: (Row) throws -> Void) throws
    func insert(
        into table: String, columns: [String], rows: some Sequence<[SQLValue]>, check: ([SQLValue]) throws -> Void
    ) throws

    func notify(_ channel: String) throws

    /// Makes the tables of the engine's own, if there are none.
    func prepareSchema() throws
    /// A statement of the schema, in the words that the engine needs for it.
    func executeSchema(_ sql: String) throws
    func refuseAmbiguousUniqueIndexes() throws
    /// Makes the engine itself show a transaction only the rows of its company, where it can.
    func wallOff(_ table: String, by companyColumn: String) throws
    /// Makes the engine itself refuse changes of rows that are there, or allows them again.
    func setAppendOnly(_ table: String, _ isAppendOnly: Bool) throws
}
