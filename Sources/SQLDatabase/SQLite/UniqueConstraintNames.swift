/// SQLite says which columns of a unique constraint were violated; PostgreSQL says which constraint. Callers get the
/// name on both.
extension SQLiteConnection {
    /// - Parameter violated: `table.column, table.column`, or `index 'name'` where the index has an expression.
    func uniqueConstraintName(violated: Substring) throws -> String {
        let quoted = violated.split(separator: "'", omittingEmptySubsequences: false)
        if quoted.count == 3, quoted[0] == "index " { return String(quoted[1]) }

        let parts = violated.split(separator: ", ").map { $0.split(separator: ".", maxSplits: 1) }
        guard let table = parts.first?.first, parts.allSatisfy({ $0.count == 2 }) else { return String(violated) }
        let columns = parts.map { String($0[1]) }
        let match = try uniqueIndexes(of: String(table)).first { $0.columns == columns }
        return match?.name ?? "\(table)_pkey"
    }

    /// A partial and a whole index over the same columns give the same message, so no schema may have both.
    func refuseAmbiguousUniqueIndexes() throws {
        for row in try rows("SELECT name FROM sqlite_schema WHERE type = 'table'", []) {
            let table = try row.text(0)
            let byColumns = Dictionary(grouping: try uniqueIndexes(of: table).filter(\.isNamedByColumns), by: \.columns)
            for alike in byColumns.values where alike.count > 1 {
                throw DatabaseError.ambiguousUniqueIndexes(table: table, indexes: alike.map(\.name).sorted())
            }
        }
    }

    private struct UniqueIndex {
        let name: String
        /// Empty texts stand for expressions.
        let columns: [String]

        var isNamedByColumns: Bool { !columns.contains("") }
    }

    private func uniqueIndexes(of table: String) throws -> [UniqueIndex] {
        let indexes = try rows(
            "SELECT name, origin FROM pragma_index_list($1) WHERE \"unique\" = 1", [SQLValue(table)])
        return try indexes.map { index in
            let name = try index.text("name")
            let columns = try rows("SELECT name FROM pragma_index_info($1) ORDER BY seqno", [SQLValue(name)])
                .map { try $0.optionalText(0) ?? "" }
            switch try index.text("origin") {
            case "pk": return UniqueIndex(name: "\(table)_pkey", columns: columns)
            case "u": return UniqueIndex(name: "\(table)_\(columns.joined(separator: "_"))_key", columns: columns)
            case _: return UniqueIndex(name: name, columns: columns)
            }
        }
    }
}
