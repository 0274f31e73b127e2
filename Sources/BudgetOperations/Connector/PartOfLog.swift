/// A part of one of the log's lists, the newest first.
package struct PartOfLog<Row: Hashable & Sendable>: Hashable, Sendable {
    package let rows: [Row]
    /// From 1.
    package let page: Int
    /// How many rows all parts have.
    package let total: Int
}

/// How the log's lists are cut into parts.
package enum LogParts {
    package static let rowsPerPage = 50

    /// - Parameters:
    ///   - page: from 1; beyond the last is the last.
    ///   - read: reads that many rows after that many.
    static func part<Row>(
        _ page: Int, of total: Int, _ read: (_ limit: Int, _ offset: Int) throws -> [Row]
    ) throws -> PartOfLog<Row> {
        let pages = max(1, (total + rowsPerPage - 1) / rowsPerPage)
        let page = min(max(1, page), pages)
        return PartOfLog(rows: try read(rowsPerPage, (page - 1) * rowsPerPage), page: page, total: total)
    }
}
