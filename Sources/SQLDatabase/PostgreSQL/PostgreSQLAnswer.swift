import CLibPQ

/// The server's answer to one statement.
final class PostgreSQLAnswer {
    let handle: OpaquePointer

    init(_ handle: OpaquePointer) {
        self.handle = handle
    }

    deinit { PQclear(handle) }

    var isError: Bool {
        switch PQresultStatus(handle) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN: false
        default: true  // default: all others are refusals or of modes that we do not use
        }
    }

    var isCopyIn: Bool { PQresultStatus(handle) == PGRES_COPY_IN }

    /// What the server says that it did: `INSERT 0 1`, `CREATE TABLE`, `COMMIT`, or `ROLLBACK` in answer to a COMMIT.
    var command: String { PQcmdStatus(handle).map { String(cString: $0) } ?? "" }

    var rowCount: Int { Int(PQntuples(handle)) }

    /// How many rows an INSERT, UPDATE or DELETE touched; 0 for any other statement.
    var changes: Int {
        guard ["INSERT", "UPDATE", "DELETE"].contains(where: command.hasPrefix) else { return 0 }
        return PQcmdTuples(handle).flatMap { Int(String(cString: $0)) } ?? 0
    }

    /// Whether the statement may have left something to be stored.
    var hasChanged: Bool {
        let reads = ["SELECT", "FETCH", "DECLARE", "CLOSE", "SET", "SHOW", "BEGIN", "SAVEPOINT", "RELEASE"]
        return changes > 0 || !(["INSERT", "UPDATE", "DELETE"] + reads).contains(where: command.hasPrefix)
    }

    func rows() throws -> [Row] {
        let columns = try (0..<PQnfields(handle)).map { try Column(handle, $0) }
        let names = columns.map(\.name)
        return try (0..<PQntuples(handle)).map { row in
            Row(names: names, values: try columns.map { try $0.value(handle, row) })
        }
    }
}

/// One column of an answer: how the server's text becomes a value.
private struct Column {
    let name: String
    private let number: Int32
    private let kind: Kind

    private enum Kind {
        case integer, bool, text, bytes
        case other(String)
    }

    init(_ answer: OpaquePointer, _ number: Int32) throws {
        self.number = number
        name = PQfname(answer, number).map { String(cString: $0) } ?? ""
        kind = Self.kind(PQftype(answer, number))
    }

    /// The numbers are those of the server's catalogue, `src/include/catalog/pg_type.dat`, and never change.
    private static func kind(_ type: Oid) -> Kind {
        switch type {
        case 20, 21, 23, 26: .integer
        case 16: .bool
        case 18, 19, 25, 705, 1042, 1043: .text
        case 17: .bytes
        case 700, 701, 1700: .other("a real")
        default: .other("a value of type \(type)")  // default: a server may have any number of types
        }
    }

    func value(_ answer: OpaquePointer, _ row: Int32) throws -> SQLValue {
        guard PQgetisnull(answer, row, number) == 0, let start = PQgetvalue(answer, row, number) else { return .null }
        let length = Int(PQgetlength(answer, row, number))
        return try start.withMemoryRebound(to: UInt8.self, capacity: length) { bytes in
            try value(UnsafeBufferPointer(start: bytes, count: length))
        }
    }

    private func value(_ bytes: UnsafeBufferPointer<UInt8>) throws -> SQLValue {
        switch kind {
        case .text: return .text(String(decoding: bytes, as: UTF8.self))
        case .bool: return .integer(bytes.first == UInt8(ascii: "t") ? 1 : 0)
        case .integer:
            guard let integer = Int64(Substring(decoding: bytes, as: UTF8.self)) else { throw mismatch("not a number") }
            return .integer(integer)
        case .bytes:
            guard let blob = Self.blob(bytes) else { throw mismatch("bytes in another form than bytea_output = hex") }
            return .blob(blob)
        case .other(let found): throw mismatch(found)
        }
    }

    private func mismatch(_ found: String) -> DatabaseError {
        .column(name, expected: "an integer, text, a blob or null", found: found)
    }

    /// `\x` and two hexadecimal digits for each byte.
    private static func blob(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard text.count >= 2, text[0] == UInt8(ascii: "\\"), text[1] == UInt8(ascii: "x") else { return nil }
        return stride(from: 2, to: text.count - 1, by: 2).map { nibble(text[$0]) << 4 | nibble(text[$0 + 1]) }
    }

    private static func nibble(_ digit: UInt8) -> UInt8 {
        digit < UInt8(ascii: "a") ? digit &- UInt8(ascii: "0") : digit &- UInt8(ascii: "a") &+ 10
    }
}
