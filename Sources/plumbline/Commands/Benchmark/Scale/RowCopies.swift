import BudgetDomain
import BudgetOperations
import SQLDatabase

/// All rows of one company, to be inserted again for others. Ids need to be unique within a company alone, so a copy
/// differs in the company's id and name and in its connection's user name.
struct RowCopies: Sendable {
    private struct Table: Sendable {
        let name: String
        let columns: [String]
        let rows: [[SQLValue]]
    }

    private let tables: [Table]

    init(of template: ID<Company>, in database: Database) async throws {
        tables = try await database.read(of: .company(template.text)) { tx in
            try MovedTables.names.compactMap { name in
                let key = name == "companies" ? "id" : "company_id"
                let rows = try tx.rows("SELECT * FROM \(name) WHERE \(key) = $1", [.text(template.text)])
                return rows.first.map { Table(name: name, columns: $0.names, rows: rows.map(\.values)) }
            }
        }
    }

    struct Copy: Sendable {
        let id: String
        let name: String
        let userName: String
    }

    func insert(_ copies: [Copy], into database: Database) async throws {
        try await database.write(of: .everyCompany) { [tables] tx in
            for table in tables {
                try tx.insert(
                    into: table.name, columns: table.columns,
                    rows: try copies.flatMap { try Self.rows(of: table, for: $0) })
            }
        }
    }

    private static func rows(of table: Table, for copy: Copy) throws -> [[SQLValue]] {
        let rows = table.rows.map { row($0, of: table, for: copy) }
        guard table.name == "audit_entries" else { return rows }
        return try AuditCopy.chained(rows.map { Row(names: table.columns, values: $0) }, of: copy.id)
    }

    private static func row(_ values: [SQLValue], of table: Table, for copy: Copy) -> [SQLValue] {
        zip(table.columns, values).map { column, value in
            switch (table.name, column) {
            case (_, "company_id"), ("companies", "id"): .text(copy.id)
            case ("companies", "name"): .text(copy.name)
            case ("connections", "user_name"): .text(copy.userName)
            default: value
            }
        }
    }
}
