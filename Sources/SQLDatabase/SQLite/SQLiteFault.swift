import GRDB

/// SQLite's result codes (https://www.sqlite.org/rescode.html) in our words.
enum SQLiteFault {
    /// - Parameter uniqueName: finds the name of a unique constraint from SQLite's text after the colon of
    ///   `UNIQUE constraint failed: line.budget_id, line.code`.
    static func fault(
        _ error: GRDB.DatabaseError, uniqueName: (Substring) throws -> String
    ) rethrows -> DatabaseError {
        let message = error.message ?? ""
        let subject = message.split(separator: ": ", maxSplits: 1).last ?? Substring(message)
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
            return .uniqueViolation(constraint: try uniqueName(subject))
        case .SQLITE_CONSTRAINT_FOREIGNKEY: return .foreignKeyViolation
        case .SQLITE_CONSTRAINT_CHECK: return .checkViolation(constraint: String(subject))
        case .SQLITE_CONSTRAINT_NOTNULL: return .notNullViolation(column: String(subject))
        case .SQLITE_CONSTRAINT_TRIGGER: return raised(message)
        default: return machineFault(error, message)
        }
    }

    /// What a trigger of ours says: that of an append-only table, or else a seal.
    private static func raised(_ message: String) -> DatabaseError {
        guard message.hasPrefix(SQLiteConnection.appendOnlyMark) else { return .sealed(reason: message) }
        return .appendOnly(table: String(message.dropFirst(SQLiteConnection.appendOnlyMark.count)))
    }

    private static func machineFault(_ error: GRDB.DatabaseError, _ message: String) -> DatabaseError {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
        case .SQLITE_FULL: .diskFull
        case .SQLITE_IOERR: .diskFailed(code: Int(error.extendedResultCode.rawValue))
        case .SQLITE_READONLY: .readOnly
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: .corrupt(message: message)
        default: .failed(code: Int(error.extendedResultCode.rawValue), message: message)
        }
    }

    /// What went wrong at the commit, when all before it was done.
    static func committing(_ error: GRDB.DatabaseError) -> DatabaseError {
        error.resultCode == .SQLITE_IOERR
            ? .commitUncertain(code: Int(error.extendedResultCode.rawValue)) : fault(error) { String($0) }
    }

    static func opening(_ path: String, _ error: GRDB.DatabaseError) -> DatabaseError {
        switch error.resultCode {
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY:
            .cannotOpen(path: path, reason: error.message ?? "SQLite gives no reason")
        default: fault(error) { String($0) }
        }
    }

    /// For what fails outside a statement of ours, as a commit does on a deferred reference.
    static func translating<T>(_ work: () throws -> T) throws -> T {
        do {
            return try work()
        } catch let error as GRDB.DatabaseError {
            throw fault(error) { String($0) }
        }
    }

    static func translating<T: Sendable>(_ work: () async throws -> T) async throws -> T {
        do {
            return try await work()
        } catch let error as GRDB.DatabaseError {
            throw fault(error) { String($0) }
        }
    }
}
