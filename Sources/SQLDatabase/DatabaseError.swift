/// What the store answers when it does not do what was asked. The same cases come from every engine, so a caller maps
/// a violated constraint, by name, to the sentence that a person reads.
package enum DatabaseError: Error, Equatable, Sendable {
    /// The name of the unique index. A primary key is `<table>_pkey` and a `UNIQUE` written inside `CREATE TABLE` is
    /// `<table>_<column>…_key`, as PostgreSQL calls them when they are not named.
    case uniqueViolation(constraint: String)
    /// SQLite does not say which reference is broken.
    case foreignKeyViolation
    /// The name given with `CONSTRAINT … CHECK`. One without a name is the expression itself on SQLite and
    /// `<table>_<column>_check` on PostgreSQL.
    case checkViolation(constraint: String)
    /// `table.column`.
    case notNullViolation(column: String)

    /// Another process kept the database locked for longer than ``Database/busyTimeout``. Trying again may help.
    case busy
    case diskFull
    /// The disk, or the way to it, failed a read or a write. SQLite's extended result code.
    case diskFailed(code: Int)
    /// The disk failed at the commit itself. SQLite has written the commit before it asks the disk to keep it
    /// (https://www.sqlite.org/walformat.html), so whoever opens the file next may find it there, or not.
    case commitUncertain(code: Int)
    case readOnly
    case corrupt(message: String)
    case cannotOpen(path: String, reason: String)
    /// Somebody closed this database to writing for good (``Transaction/seal(because:)``). The reason is a sentence.
    case sealed(reason: String)
    /// Rows of this table are never changed or taken out (``Transaction/makeAppendOnly(_:)``).
    case appendOnly(table: String)

    /// The database was migrated by a later version of the product. Counts of migrations.
    case newerSchema(found: Int, known: Int)
    /// The database was migrated by other migrations than ours. Positions count from 1.
    case migrationsDiffer(position: Int, recorded: String, known: String)
    /// Two unique indexes over the same columns cannot be told apart when one is violated (SQLite names columns, not
    /// indexes). Adding a constant expression to one, `(email, (1))`, makes SQLite name it.
    case ambiguousUniqueIndexes(table: String, indexes: [String])

    case unfitValue(UnfitValue)
    /// The statement is not written as every engine understands it.
    case statement(StatementProblem, sql: String)
    /// A row does not hold what the code expects of it.
    case column(String, expected: String, found: String)
    case failed(code: Int, message: String)
    /// The server, or the way to it.
    case server(ServerFault)
}

/// Why a value cannot be stored.
package enum UnfitValue: Equatable, Sendable {
    case textWithNUL
    case tooLong(bytes: Int)
}

/// What is wrong with the text of a statement, or with the values given to it.
package enum StatementProblem: Equatable, Sendable {
    /// SQLite numbers `$n` by first appearance and PostgreSQL by n: they agree only when the first appearances are
    /// `$1`, `$2`, `$3`…
    case placeholderOutOfOrder(found: String, expected: String)
    /// `?`, `:name` and `@name` are SQLite's alone.
    case foreignPlaceholder(String)
    case valueCount(expected: Int, given: Int)
    case notAnIdentifier(String)
    case moreThanOneRow
}

extension DatabaseError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .uniqueViolation(let constraint): "The unique constraint \(constraint) is violated."
        case .foreignKeyViolation: "A reference points to a row that does not exist."
        case .checkViolation(let constraint): "The check \(constraint) is violated."
        case .notNullViolation(let column): "\(column) may not be null."
        case .busy: "The database is locked by another process."
        case .diskFull: "The disk is full."
        case .diskFailed(let code): "The disk did not do what the database asked of it (SQLite code \(code))."
        case .commitUncertain(let code): "The disk failed while the act was being stored (SQLite code \(code))."
        case .readOnly: "The database cannot be written to."
        case .corrupt(let message): "The database is damaged: \(message)."
        case .cannotOpen(let path, let reason): "Cannot open the database \(path): \(reason)."
        case .sealed(let reason): reason
        case .appendOnly(let table): "Rows of \(table) are never changed or taken out."
        case .newerSchema(let found, let known):
            "The database was written by a newer version (\(found) migrations; this version knows \(known))."
        case .migrationsDiffer(let position, let recorded, let known):
            "Migration \(position) of this database is “\(recorded)”, where this version has “\(known)”."
        case .ambiguousUniqueIndexes(let table, let indexes):
            "The unique indexes \(indexes.joined(separator: " and ")) of \(table) cover the same columns."
        case .unfitValue(.textWithNUL): "Text with the character U+0000 cannot be stored."
        case .unfitValue(.tooLong(let bytes)):
            "A value of \(bytes) bytes is longer than the \(SQLValue.mostBytes) bytes that can be stored."
        case .statement(let problem, let sql): "\(problem) in: \(sql)"
        case .column(let column, let expected, let found): "Column \(column) holds \(found), not \(expected)."
        case .failed(let code, let message): "\(message) (code \(code))."
        case .server(let fault): fault.description
        }
    }
}

extension StatementProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .placeholderOutOfOrder(let found, let expected):
            "placeholder \(found) stands where \(expected) is the next new one"
        case .foreignPlaceholder(let text): "placeholder \(text) is not of the form $1"
        case .valueCount(let expected, let given): "\(expected) values are expected and \(given) given"
        case .notAnIdentifier(let name): "“\(name)” is not a plain identifier"
        case .moreThanOneRow: "more than one row is the answer where at most one was expected"
        }
    }
}
