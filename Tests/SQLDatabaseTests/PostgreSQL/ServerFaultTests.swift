import SQLDatabase
import TestPostgreSQL
import Testing

/// What a wrong address or an unwilling server is told as.
@Suite struct ServerFaultTests {
    private static let misplaced =
        "its host, port or database cannot be right; in a password, / is written %2F and @ is %40"

    @Test(arguments: [
        ("", "it does not begin with postgresql://"),
        ("mysql://plumbline@host/books", "it does not begin with postgresql://"),
        ("host=localhost dbname=books", "it does not begin with postgresql://"),
        ("postgresql://plumbline@host/books?sslmod=require", "invalid URI query parameter: \"sslmod\""),
        ("postgresql://plumbline:pa%zz@host/books", "invalid percent-encoded token: \"…\""),
        (
            "postgresql://plumbline:secret@[host/books",
            "end of string reached when looking for matching \"…\" in IPv6 host address in URI: \"…\""
        ),
        ("postgresql://plumbline:se/cret@host/books", Self.misplaced),
        ("postgresql://plumbline:12/cret@host/books", Self.misplaced),
        ("postgresql://plumbline:se@cret@host/books", Self.misplaced),
    ])
    func `an address that is none is refused without telling the password`(url: String, reason: String) {
        #expect(throws: DatabaseError.server(.badAddress(reason: reason))) { try PostgreSQLSettings(url: url) }
    }

    @Test(arguments: [
        ("postgresql://ann:secret@a.example:5433/books?sslmode=require", "postgresql://ann@a.example:5433/books"),
        ("postgres://a.example,b.example/books?password=secret", "postgresql://a.example,b.example/books"),
        ("postgresql://ann@a:1,b:2/books", "postgresql://ann@a:1,b:2/books"),
        ("postgresql:///books?host=/run/postgresql&user=ann", "postgresql://ann@/run/postgresql/books"),
    ])
    func `an address is shown without its password`(url: String, shown: String) throws {
        #expect(try PostgreSQLSettings(url: url).redacted == shown)
    }

    @Test func `a port where nothing listens is unreachable`() async throws {
        let error = await openingError("postgresql://plumbline@127.0.0.1:1/books")

        guard case .server(.unreachable("postgresql://plumbline@127.0.0.1:1/books", let reason)) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason.contains("Connection refused"))
    }

    @Test(.enabled(if: TestPostgreSQL.isInstalled))
    func `the database, the role, the password and the standby are each named`() async throws {
        let server = try await TestPostgreSQL.newDatabase()
        try await TestPostgreSQL.runAsSuperuser(
            "CREATE ROLE needs_password LOGIN PASSWORD 'right'; GRANT ALL ON DATABASE \(server.name) TO needs_password")
        let nowhere = server.url.replacing("/\(server.name)?", with: "/nowhere?")

        #expect(await kind(of: nowhere) == "no such database")
        #expect(await kind(of: server.url(role: "nobody")) == "credentials")
        #expect(await kind(of: server.url(role: "needs_password")) == "credentials")
        #expect(await kind(of: server.url(role: "needs_password", password: "wrong")) == "credentials")
        #expect(await kind(of: server.url(role: "needs_password", password: "right")) == "none")
        #expect(await kind(of: server.url + "&sslmode=require&host=127.0.0.1") != "none")

        try await TestPostgreSQL.runAsSuperuser("ALTER DATABASE \(server.name) SET default_transaction_read_only = on")
        #expect(await kind(of: server.url) == "no primary")
    }

    private func kind(of url: String) async -> String {
        let error = await openingError(url)
        guard let error else { return "none" }
        guard case .server(let fault) = error else { return "\(error)" }
        switch fault {
        case .noSuchDatabase: return "no such database"
        case .credentialsRefused: return "credentials"
        case .noPrimary: return "no primary"
        default: return "\(fault)"  // default: no other is meant
        }
    }

    private func openingError(_ url: String) async -> DatabaseError? {
        do {
            try await Database.openPostgreSQL(PostgreSQLSettings(url: url)).close()
            return nil
        } catch {
            return error as? DatabaseError
        }
    }

    @Test(.enabled(if: TestPostgreSQL.isInstalled))
    func `a statement that takes too long, and one that the server does not know, are told apart`() async throws {
        let server = try await TestPostgreSQL.newDatabase()
        let database = try await Database.openPostgreSQL(
            PostgreSQLSettings(url: server.url, statementTimeout: .milliseconds(500)))

        await #expect(throws: DatabaseError.server(.statementTimeout)) {
            try await database.read(of: ann) { _ = try $0.rows("SELECT CAST(pg_sleep(60) AS TEXT)") }
        }
        await #expect(
            throws: DatabaseError.server(.rejected(sqlState: "42P01", message: "relation \"nothing\" does not exist"))
        ) {
            try await database.read(of: ann) { _ = try $0.rows("SELECT * FROM nothing") }
        }
        #expect(try await database.read(of: ann) { try $0.row("SELECT 1")?.int(0) } == 1)
    }
}
