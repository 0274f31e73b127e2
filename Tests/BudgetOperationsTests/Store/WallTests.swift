import BudgetDomain
import BudgetOperations
import SQLDatabase
import TestStorage
import Testing

/// Companies are walled off from each other. That every statement names its company is watched in every test that
/// uses a fixture (`TenancyRule`).
@Suite struct WallTests {
    @Test func `every row carries its company, and every index leads with it`() async throws {
        let fixture = try await Fixture(.memory)
        let columns = try await fixture.database.read(of: .schema) { tx in
            try tx.rows(
                """
                SELECT t.name, i.name AS index_name, c.name AS column_name
                FROM sqlite_schema t JOIN pragma_index_list(t.name) i JOIN pragma_index_info(i.name) c
                WHERE t.type = 'table' AND c.seqno = 0 ORDER BY t.name, i.name
                """
            ).map { "\(try $0.text(0)) \(try $0.text(1)): \(try $0.text(2))" }
        }

        let others = columns.filter { line in
            !line.hasSuffix(": company_id") && !TenancyRule.serverTables.contains { line.hasPrefix($0 + " ") }
        }
        #expect(
            others == [
                "companies companies_name: name", "companies sqlite_autoindex_companies_1: id",
                "connections connections_user_name: user_name",
                // Looked up before it is known whose company it is.
                "people people_sign_in: email", "sign_in_steps sign_in_steps_digest: digest",
            ])
        let tables = try await fixture.database.read(of: .schema) { tx in
            try tx.rows(
                """
                SELECT t.name FROM sqlite_schema t WHERE t.type = 'table' AND NOT EXISTS (
                    SELECT 1 FROM pragma_table_info(t.name) c WHERE c.name = 'company_id' AND c."notnull" = 1)
                ORDER BY t.name
                """
            ).map { try $0.text(0) }
        }
        #expect(Set(tables).subtracting(TenancyRule.serverTables) == ["companies"])
    }

    @Test(arguments: [
        ("SELECT name FROM projects WHERE id = $1", "names 1 tables and the company 0 times"),
        (
            "SELECT p.name FROM projects p JOIN budgets b ON b.project_id = p.id WHERE p.company_id = $1",
            "names 2 tables and the company 1 times"
        ),
        ("DELETE FROM items", "names 1 tables and the company 0 times"),
        ("UPDATE items SET fault = NULL WHERE company_id = $1", "does not give the company of its transaction"),
    ])
    func `a statement that forgets its company is found`(sql: String, problem: String) {
        let statement = ObservedStatement(scope: .company("ours"), sql: sql, values: [.text("theirs")])

        #expect(TenancyRule.problem(with: statement)?.hasPrefix(problem) == true)
    }

    @Test func `a statement across companies is found`() {
        let statement = ObservedStatement(scope: .everyCompany, sql: "SELECT number FROM projects", values: [])

        #expect(TenancyRule.problem(with: statement) == "looks across companies: SELECT number FROM projects")
    }

    @Test(.enabled(if: Storage.available.contains(.postgreSQL), "PostgreSQL is not installed here"))
    func `PostgreSQL itself hides and refuses another company's rows`() async throws {
        let ours = try await FurnishedFixture(.postgreSQL)
        let theirs = try await ours.plumbline.addCompany(name: "Brandt & Sons", currency: .usd)
        let database = ours.base.database

        let seen = try await database.read(of: .company(theirs.id.text)) { tx in
            try tx.rows("SELECT name FROM companies").map { try $0.text(0) }
                + tx.rows("SELECT name FROM people").map { try $0.text(0) }
                + tx.rows("SELECT number FROM projects").map { try $0.text(0) }
        }
        #expect(seen == ["Brandt & Sons"])
        let changed = try await database.write(of: .company(theirs.id.text)) { tx in
            try tx.execute("UPDATE projects SET name = 'Taken'")
        }
        #expect(changed == 0)
        await #expect(throws: DatabaseError.self) {
            try await database.write(of: .company(theirs.id.text)) { tx in
                try tx.execute(
                    "INSERT INTO cost_types (company_id, code, name) VALUES ($1, $2, $3)",
                    [.text(ours.company.id.text), .text("X"), .text("Extra")])
            }
        }
    }

    @Test(.enabled(if: Storage.available.contains(.postgreSQL), "PostgreSQL is not installed here"))
    func `PostgreSQL walls off every table that carries a company`() async throws {
        let fixture = try await Fixture(.postgreSQL)
        let open = try await fixture.database.read(of: .schema) { tx in
            try tx.rows(
                """
                SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = CAST('public' AS regnamespace)
                    AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY relname
                """
            ).map { try $0.text(0) }
        }
        #expect(Set(open).subtracting(TenancyRule.serverTables) == [])
    }
}
