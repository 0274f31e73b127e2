import Foundation

/// A PostgreSQL server for the tests of one process: started when the first test asks for a database, and gone with
/// everything in it when the process ends, however it ends.
package enum TestPostgreSQL {
    /// Whether this machine has the server's programs. Where it has not, the tests of that storage are left out, and
    /// one test says so.
    package static let isInstalled = ServerPrograms.folder != nil

    /// An empty database, owned by a role that is no superuser, so that row-level security holds it.
    package static func newDatabase() async throws -> TestDatabase {
        let server = try await Server.started()
        return try await server.makeDatabase(from: "template1")
    }

    /// A copy of a database that `prepare` filled once for all tests of this process that ask for the same `template`:
    /// a copy takes a fraction of the time of a migration.
    ///
    /// - Parameter prepare: gets the address, and must have closed its connections when it returns.
    package static func newDatabase(
        copyOf template: String, prepare: @escaping @Sendable (_ url: String) async throws -> Void
    ) async throws -> TestDatabase {
        let server = try await Server.started()
        return try await server.makeDatabase(from: server.template(template, prepare))
    }

    /// Where the server listens: `<folder>/.s.PGSQL.5432`, for a test that puts something between.
    package static func socketPath() async throws -> String {
        "\(try await Server.started().folder)/.s.PGSQL.5432"
    }

    /// A statement of the server's superuser, outside of every database of a test.
    package static func runAsSuperuser(_ sql: String) async throws {
        _ = try await Server.started().run(sql)
    }
}

/// A database that is dropped when nobody holds it any more.
package final class TestDatabase: Sendable {
    /// `postgresql://plumbline@/<name>?host=<folder>`: a socket that only this process' user can reach.
    package let url: String
    package let name: String
    private let server: Server

    init(name: String, server: Server) {
        self.name = name
        self.server = server
        url = server.url(of: name, role: Server.owner)
    }

    /// The same database as another role.
    package func url(role: String, password: String = "") -> String {
        server.url(of: name, role: password.isEmpty ? role : "\(role):\(password)")
    }

    deinit {
        Task { [name, server] in await server.drop(name) }
    }
}
