import SQLDatabase

/// Some rows of a table, next to each other in the order of its key.
struct MovedBatch: Sendable {
    let rows: [[SQLValue]]
    /// Where the next batch begins; nil for an empty one, which is the end.
    let lastKey: [SQLValue]?

    /// A batch ends with the row that reaches this many bytes.
    static let enoughBytes = 4 << 20
}

/// Rows by the order of their keys, which both engines sort by bytes.
extension Transaction {
    /// - Parameter key: of the last row that is not wanted any more; nil to begin with the first.
    func batch(of table: MovedTable, after key: [SQLValue]?) throws -> MovedBatch {
        let keyNames = table.key.joined(separator: ", ")
        let places = table.key.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        let beginning = key == nil ? "" : " WHERE (\(keyNames)) > (\(places))"
        let sql = """
            SELECT \(table.columns.joined(separator: ", ")) FROM \(table.name)\(beginning)
            ORDER BY \(keyNames) LIMIT \(table.mostRows)
            """
        var rows: [[SQLValue]] = []
        var bytes = 0
        do {
            try forEach(sql, key ?? []) { row in
                rows.append(row.values)
                bytes += row.values.reduce(0) { $0 + $1.bytes }
                if bytes >= MovedBatch.enoughBytes { throw Enough() }
            }
        } catch is Enough {}
        return MovedBatch(rows: rows, lastKey: rows.last.map { Array($0[table.keyPositions]) })
    }

    /// The greatest key; nil for an empty table.
    func lastKey(of table: MovedTable) throws -> [SQLValue]? {
        let descending = table.key.map { "\($0) DESC" }.joined(separator: ", ")
        return try row(
            "SELECT \(table.key.joined(separator: ", ")) FROM \(table.name) ORDER BY \(descending) LIMIT 1")?.values
    }

    /// - Returns: how many rows are gone; 0 when there are none left.
    func deleteBatch(of table: MovedTable) throws -> Int {
        let names = table.key.joined(separator: ", ")
        func delete() throws -> Int {
            try execute(
                """
                DELETE FROM \(table.name) WHERE (\(names)) IN (
                    SELECT \(names) FROM \(table.name) ORDER BY \(names) LIMIT 5000)
                """)
        }
        return try table.isAppendOnly ? withoutAppendOnly(table.name, delete) : delete()
    }
}

/// Ends the reading of rows when a batch has enough of them.
private struct Enough: Error {}

extension SQLValue {
    fileprivate var bytes: Int {
        switch self {
        case .integer, .null: 8
        case .text(let text): text.utf8.count
        case .blob(let bytes): bytes.count
        }
    }
}
