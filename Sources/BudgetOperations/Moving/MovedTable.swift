/// One table that a move carries over: every column of it, and the key that gives its rows their order.
struct MovedTable: Equatable, Sendable {
    let name: String
    /// The columns of the primary key, in its order. Never null.
    let key: [String]
    /// All columns, those of the key included, in the order of the schema.
    let columns: [String]
    /// The most rows in one batch. Fewer where one row may be a document of megabytes.
    let mostRows: Int
    /// Whether the database itself refuses to change its rows.
    let isAppendOnly: Bool

    init(_ name: String, key: String, _ others: String, mostRows: Int = 1_000, isAppendOnly: Bool = false) {
        self.name = name
        self.isAppendOnly = isAppendOnly
        self.key = Self.names(key)
        columns = Self.names(key) + Self.names(others)
        self.mostRows = mostRows
    }

    private static func names(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    /// Where the columns of the key stand among all columns.
    var keyPositions: Range<Int> { 0..<key.count }
}
