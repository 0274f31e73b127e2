import SQLDatabase
import Testing

@testable import BudgetOperations

/// The list of what is moved, against the tables as the migrations make them.
@Suite struct MovedTablesTests {
    private let database: Database

    init() async throws {
        database = try Database.openInMemory()
        try await database.migrate(Schema.migrations)
    }

    @Test func `every table is moved, or is said to stay`() async throws {
        let tables = try await database.read(of: .schema) { tx in
            try tx.rows("SELECT name FROM sqlite_schema WHERE type = 'table'").map { try $0.text(0) }
        }

        #expect(Set(MovedTables.inOrder.map(\.name)).union(MovedTables.left) == Set(tables))
    }

    @Test(arguments: MovedTables.inOrder) func `every column is moved, by the key of its table`(
        _ table: MovedTable
    ) async throws {
        let columns = try await database.read(of: .schema) { tx in
            try tx.rows("SELECT name, pk FROM pragma_table_info($1)", [.text(table.name)])
                .map { (name: try $0.text("name"), key: try $0.int("pk")) }
        }

        #expect(Set(table.columns) == Set(columns.map(\.name)))
        #expect(table.columns.count == columns.count)
        #expect(table.key == columns.filter { $0.key > 0 }.sorted { $0.key < $1.key }.map(\.name))
    }

    @Test(arguments: MovedTables.inOrder) func `a table comes after those it refers to`(
        _ table: MovedTable
    ) async throws {
        let referred = try await database.read(of: .schema) { tx in
            try tx.rows("SELECT DISTINCT \"table\" FROM pragma_foreign_key_list($1)", [.text(table.name)])
                .map { try $0.text(0) }
        }
        let before = MovedTables.inOrder.prefix { $0.name != table.name }.map(\.name)

        #expect(Set(referred).subtracting(before) == [])
    }
}
