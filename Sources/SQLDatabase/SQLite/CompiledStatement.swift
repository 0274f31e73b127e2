import GRDB
import GRDBSQLite

/// A compiled statement, whose values are bound and whose columns are read without a copy in between: most of what the
/// product asks of SQLite are short statements, where such copies would cost more than SQLite itself.
struct CompiledStatement {
    private let statement: GRDB.Statement
    private let handle: OpaquePointer

    init(_ statement: GRDB.Statement) {
        self.statement = statement
        handle = statement.sqliteStatement
    }

    /// Runs it to its end, and shows each row of its answer as it comes.
    func run(_ values: [SQLValue], _ body: (CompiledStatement) throws -> Void) throws {
        defer {
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
        }
        for (index, value) in values.enumerated() { try check(bind(value, at: Int32(index + 1))) }
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: try body(self)
            case SQLITE_DONE: return
            case let code: try check(code)
            }
        }
    }

    /// The row at which it stands.
    func row() throws -> Row {
        let names = statement.columnNames
        var values: [SQLValue] = []
        values.reserveCapacity(names.count)
        for position in names.indices { values.append(try value(Int32(position), names)) }
        return Row(names: names, values: values)
    }

    private func value(_ position: Int32, _ names: [String]) throws -> SQLValue {
        switch sqlite3_column_type(handle, position) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, position))
        case SQLITE_TEXT:
            let text = UnsafeRawPointer(sqlite3_column_text(handle, position))
            return .text(String(decoding: bytes(text, position), as: UTF8.self))
        case SQLITE_BLOB: return .blob([UInt8](bytes(sqlite3_column_blob(handle, position), position)))
        case SQLITE_NULL: return .null
        case _:
            throw DatabaseError.column(
                names[Int(position)], expected: "an integer, text, a blob or null", found: "a real")
        }
    }

    private func bytes(_ start: UnsafeRawPointer?, _ position: Int32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, position)))
    }

    private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
        switch value {
        case .integer(let integer): return sqlite3_bind_int64(handle, index, integer)
        case .null: return sqlite3_bind_null(handle, index)
        case .text(var text):
            // Without a first byte there is no address, and without an address SQLite would bind NULL.
            guard !text.isEmpty else { return sqlite3_bind_text(handle, index, "", 0, Self.copied) }
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(handle, index, $0.baseAddress, Int32($0.count), Self.copied)
                }
            }
        case .blob(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, index, 0) }
            return sqlite3_bind_blob(handle, index, bytes, Int32(bytes.count), Self.copied)
        }
    }

    /// `SQLITE_TRANSIENT` of sqlite3.h, a cast that Swift does not import: SQLite copies the value before it returns.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    private func check(_ code: Int32) throws {
        guard code != SQLITE_OK else { return }
        let connection = sqlite3_db_handle(handle)
        throw GRDB.DatabaseError(
            resultCode: ResultCode(rawValue: code == SQLITE_MISUSE ? code : sqlite3_extended_errcode(connection)),
            message: String(cString: sqlite3_errmsg(connection)))
    }
}
