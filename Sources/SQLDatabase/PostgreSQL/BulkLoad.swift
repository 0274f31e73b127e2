/// How many rows go into a table: a few by one statement, more by COPY, in pieces of a bounded size.
///
/// COPY into a table with row-level security is refused by the server
/// (https://www.postgresql.org/docs/15/sql-copy.html), so the rows are copied into a temporary table and inserted from
/// there, past the wall and every check. No statement of the row sequence's own can come while a COPY runs, since a
/// piece is gathered before it is sent.
struct BulkLoad {
    enum Step {
        case statement(String, [SQLValue])
        /// Several statements without values.
        case script(String)
        case copy(String, [UInt8])
    }

    private static let mostByStatement = 32
    private static let mostBytes = 1 << 20
    private static let incoming = "pg_temp.plumbline_incoming"

    private let table: String
    private let columns: [String]
    private var first: [[SQLValue]] = []
    private var piece: [UInt8] = []
    private var isCopying = false

    init(table: String, columns: [String]) {
        self.table = table
        self.columns = columns
    }

    private var names: String { columns.joined(separator: ", ") }

    /// - Returns: what is to be done before the next row is taken.
    mutating func add(_ row: [SQLValue]) -> Step? {
        guard isCopying else {
            first.append(row)
            return first.count > Self.mostByStatement ? beginCopying() : nil
        }
        CopyText.append(row, to: &piece)
        return piece.count < Self.mostBytes ? nil : copyPiece()
    }

    mutating func finish() -> [Step] {
        guard isCopying else { return first.isEmpty ? [] : [insertOfAFew()] }
        let move = "INSERT INTO \(table) (\(names)) SELECT \(names) FROM \(Self.incoming); DROP TABLE \(Self.incoming)"
        return (piece.isEmpty ? [] : [copyPiece()]) + [.script(move)]
    }

    private mutating func beginCopying() -> Step {
        isCopying = true
        for row in first { CopyText.append(row, to: &piece) }
        first = []
        return .script(
            """
            CREATE TEMPORARY TABLE plumbline_incoming ON COMMIT DROP AS SELECT \(names) FROM \(table) WHERE false
            """)
    }

    private mutating func copyPiece() -> Step {
        defer { piece.removeAll(keepingCapacity: true) }
        return .copy("COPY \(Self.incoming) (\(names)) FROM STDIN", piece)
    }

    private func insertOfAFew() -> Step {
        var number = 0
        let rows = first.map { row in
            let placeholders = row.map { _ in
                number += 1
                return "$\(number)"
            }
            return "(\(placeholders.joined(separator: ", ")))"
        }
        return .statement(
            "INSERT INTO \(table) (\(names)) VALUES \(rows.joined(separator: ", "))", first.flatMap { $0 })
    }
}
