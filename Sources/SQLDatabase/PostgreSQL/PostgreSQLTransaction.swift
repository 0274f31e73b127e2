/// Statements inside one transaction on a server.
final class PostgreSQLTransaction: EngineConnection {
    private let connection: PostgreSQLConnection
    /// Whether there is something to be stored, so that the commit needs a receipt.
    private(set) var hasChanged = false
    /// What the server or the connection refused first. From then on the server refuses every statement of this
    /// transaction, and what the body makes of the error is not to be believed.
    private(set) var fault: PostgreSQLFault?
    private var cursors = 0

    init(on connection: PostgreSQLConnection) {
        self.connection = connection
    }

    func execute(_ sql: String, _ values: [SQLValue]) throws -> Int {
        try answer { try connection.run(sql, values) }.changes
    }

    func rows(_ sql: String, _ values: [SQLValue]) throws -> [Row] {
        try answer { try connection.run(sql, values) }.rows()
    }

    /// A cursor, so that the body may run other statements between two rows.
    func forEach(_ sql: String, _ values: [SQLValue], _ body: (Row) throws -> Void) throws {
        cursors += 1
        let name = "cursor_\(cursors)"
        try answer { try connection.run("DECLARE \(name) NO SCROLL CURSOR FOR \(sql)", values, keeping: false) }
        var fetched: Int
        repeat {
            let page = try answer { try connection.run("FETCH \(Self.rowsInMemory) FROM \(name)") }
            fetched = page.rowCount
            try page.rows().forEach(body)
        } while fetched == Self.rowsInMemory
        try answer { try connection.run("CLOSE \(name)") }
    }

    private static let rowsInMemory = 500

    func insert(
        into table: String, columns: [String], rows: some Sequence<[SQLValue]>, check: ([SQLValue]) throws -> Void
    ) throws {
        var load = BulkLoad(table: table, columns: columns)
        for row in rows {
            try check(row)
            if let step = load.add(row) { try run(step) }
        }
        for step in load.finish() { try run(step) }
    }

    private func run(_ step: BulkLoad.Step) throws {
        switch step {
        case .statement(let sql, let values): try answer { try connection.run(sql, values, keeping: false) }
        case .script(let sql): try answer { try connection.run(sql) }
        case .copy(let sql, let bytes): try answer { try connection.copy(sql, bytes) }
        }
    }

    func executeSchema(_ sql: String) throws {
        try answer { try connection.run(CollatedSchema.text(sql)) }
    }

    /// PostgreSQL names the constraint itself.
    func refuseAmbiguousUniqueIndexes() throws {}

    /// Forced, since the owner of a table is not held by its policies otherwise, and the owner is who we are. The
    /// setting is null or empty outside a transaction of ours, which is no company's id: then no row is seen.
    func wallOff(_ table: String, by companyColumn: String) throws {
        let isOurs = """
            (\(companyColumn) = current_setting('plumbline.company', true)
                OR current_setting('plumbline.company', true) = '*')
            """
        try answer {
            try connection.run(
                """
                ALTER TABLE \(table) ENABLE ROW LEVEL SECURITY;
                ALTER TABLE \(table) FORCE ROW LEVEL SECURITY;
                CREATE POLICY \(table)_one_company ON \(table) USING \(isOurs) WITH CHECK \(isOurs)
                """)
        }
    }

    func notify(_ channel: String) throws {
        try answer { try connection.run("NOTIFY \"\(channel)\"") }
    }

    func prepareSchema() throws {
        try answer { try connection.run(CommitReceipt.table) }
        guard try rows(CommitReceipt.isIndexed, []).first?.bool(0) == false else { return }
        try answer { try connection.run(CommitReceipt.index) }
    }

    @discardableResult
    private func answer(_ ask: () throws -> PostgreSQLAnswer) throws -> PostgreSQLAnswer {
        do {
            let answer = try ask()
            if answer.hasChanged { hasChanged = true }
            return answer
        } catch let raised as PostgreSQLFault {
            let first = fault ?? raised
            fault = first
            throw first.error
        }
    }
}
