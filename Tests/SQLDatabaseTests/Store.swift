import SQLDatabase
import TestPostgreSQL
import TestStorage
import Testing

/// Where a test keeps its database. A suite that says nothing of an engine runs over all of them.
enum Store: CaseIterable {
    case memory, file, postgreSQL

    /// Those that this machine has.
    static let all = allCases.filter { $0 != .postgreSQL || TestPostgreSQL.isInstalled }
    /// Those that several processes can open.
    static let shared = all.filter { $0 != .memory }

    func newPlace() async throws -> Place {
        switch self {
        case .memory: Place(kind: .memory(try Database.openInMemory()))
        case .file: Place(kind: .file(try TemporaryFolder()))
        case .postgreSQL: Place(kind: .server(try await TestPostgreSQL.newDatabase()))
        }
    }
}

/// The place of one database, which may be opened more than once, as several processes do.
struct Place {
    fileprivate enum Kind {
        case memory(Database)
        case file(TemporaryFolder)
        case server(TestDatabase)
    }

    fileprivate let kind: Kind

    func open() async throws -> Database {
        switch kind {
        case .memory(let database): database
        case .file(let folder): try Database.openSQLite(at: folder.file("notes.sqlite"))
        case .server(let server): try await Database.openPostgreSQL(PostgreSQLSettings(url: server.url, poolSize: 4))
        }
    }

    func openNotes() async throws -> Database {
        let database = try await open()
        try await database.migrate(Notes.migrations)
        return database
    }
}

@Suite struct StoreTests {
    @Test(.enabled(if: TestPostgreSQL.isInstalled, "no PostgreSQL server is installed: only SQLite is tested here"))
    func `the suites run over PostgreSQL too`() {
        #expect(Store.all == [.memory, .file, .postgreSQL])
    }
}

/// These tests are about one company, except where they say otherwise.
let ann = RowScope.company("ann")
