import Crypto
import SQLDatabase

/// What a table holds, in a few bytes: two databases hold the same rows when these are equal.
package struct TableDigest: Hashable, Sendable {
    package let table: String
    package let rows: Int
    /// SHA-256 over every value of every row in the order of the key, in lower-case hexadecimal.
    package let sha256: String
}

extension Transaction {
    func digest(of table: MovedTable) throws -> TableDigest {
        var hash = SHA256()
        var rows = 0
        var key: [SQLValue]?
        repeat {
            let batch = try batch(of: table, after: key)
            for row in batch.rows { hash.update(data: CanonicalRow.bytes(of: row)) }
            rows += batch.rows.count
            key = batch.lastKey
        } while key != nil
        return TableDigest(table: table.name, rows: rows, sha256: Digest.hexadecimal(hash.finalize()))
    }

    func digests(of tables: [MovedTable]) throws -> [TableDigest] { try tables.map(digest) }
}

/// A row as bytes that no other row has: each value with its kind and its length. It does not depend on the engine.
enum CanonicalRow {
    static func bytes(of row: [SQLValue]) -> [UInt8] {
        var bytes: [UInt8] = []
        for value in row {
            switch value {
            case .null: bytes.append(UInt8(ascii: "n"))
            case .integer(let integer): append(UInt8(ascii: "i"), UInt64(bitPattern: integer), to: &bytes)
            case .text(let text):
                append(UInt8(ascii: "t"), UInt64(text.utf8.count), to: &bytes)
                bytes += text.utf8
            case .blob(let blob):
                append(UInt8(ascii: "b"), UInt64(blob.count), to: &bytes)
                bytes += blob
            }
        }
        return bytes
    }

    /// The number with its most significant byte first.
    private static func append(_ kind: UInt8, _ number: UInt64, to bytes: inout [UInt8]) {
        bytes.append(kind)
        withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
    }
}
