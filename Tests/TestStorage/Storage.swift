import Foundation
package import SQLDatabase
import TestPostgreSQL

/// Where a test keeps its database. What runs over one runs over all.
package enum Storage: CaseIterable, Sendable {
    case memory
    case file
    case postgreSQL

    /// Those that this machine has; a test of its own says so when PostgreSQL is not among them.
    package static var available: [Storage] {
        allCases.filter { $0 != .postgreSQL || TestPostgreSQL.isInstalled }
    }

    /// Those that several servers can share.
    package static var shared: [Storage] {
        available.filter { $0 != .memory }
    }

    /// A database with the product's tables and nothing in them.
    package func newDatabase(
        migratedBy migrate: @escaping @Sendable (Database) async throws -> Void
    ) async throws -> StorageUnderTest {
        let stored: StorageUnderTest
        switch self {
        case .memory:
            let database = try Database.openInMemory()
            stored = StorageUnderTest(database: database, ground: .process)
        case .file:
            let folder = try TemporaryFolder()
            stored = StorageUnderTest(
                database: try Database.openSQLite(at: folder.file("plumbline.sqlite")), ground: .folder(folder))
        case .postgreSQL:
            let made = try await TestPostgreSQL.newDatabase(copyOf: "migrated") { url in
                let template = try await Self.open(url)
                try await migrate(template)
                try template.close()
            }
            return StorageUnderTest(database: try await Self.open(made.url), ground: .server(made))
        }
        try await migrate(stored.database)
        return stored
    }
}

extension Storage {
    /// Few connections for each, because many tests run at the same time on one server.
    static func open(_ url: String) async throws -> Database {
        try await Database.openPostgreSQL(PostgreSQLSettings(url: url, poolSize: 4))
    }
}

/// A database of one test, gone when nobody holds it any more.
package struct StorageUnderTest: Sendable {
    package let database: Database
    fileprivate let ground: Ground

    fileprivate enum Ground: Sendable {
        case process
        case folder(TemporaryFolder)
        case server(TestDatabase)
    }

    /// What tells `plumbline` of this database. There is none for one in memory.
    package var commandLineOptions: [String] {
        switch ground {
        case .process: []
        case .folder(let folder): ["--data", folder.path]
        case .server(let made): ["--database", made.url]
        }
    }

    /// Another server's view of the same database.
    package func openedAgain() async throws -> Database {
        switch ground {
        case .process: database
        case .folder(let folder): try Database.openSQLite(at: folder.file("plumbline.sqlite"))
        case .server(let made): try await Storage.open(made.url)
        }
    }
}
