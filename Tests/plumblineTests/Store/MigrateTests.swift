import ArgumentParser
import BudgetOperations
import SQLDatabase
import TestStorage
import Testing

@testable import plumbline

/// The commands about a whole database, over real files.
@Suite struct MigrateTests {
    private let folder: TemporaryFolder
    private let screen = RecordedTerminal()

    init() throws {
        folder = try TemporaryFolder()
    }

    private func run(_ line: [String], _ environment: [String: String] = [:]) async throws {
        guard let verb = try PlumblineCommand.parseAsRoot(line) as? any Verb else { return }
        try await verb.run(on: screen.terminal, in: ProcessEnvironment(values: environment))
    }

    private func address(_ name: String) -> String { "sqlite:" + folder.file(name) }

    private func end(of line: [String], _ environment: [String: String] = [:]) async -> ExitCode? {
        await #expect(throws: ExitCode.self) { try await run(line, environment) }
    }

    @Test func `a database is moved, and the old one says where it went`() async throws {
        try await run(["company", "add", "Acme", "--database", address("old")])
        try await run(["migrate", "--from", address("old"), "--to", address("new")])
        try await run(["company", "list", "--database", address("new")])

        #expect(screen.output.contains("Both hold the same, by count and digest"))
        #expect(screen.output.hasSuffix("Company  Currency\n───────  ────────\nAcme     USD\n"))
        #expect(await end(of: ["company", "list", "--database", address("old")])?.rawValue == 6)
        #expect(
            screen.errors == """
                Everything in this database was moved to \(folder.file("new")), and nothing is written here any more.
                  → Use the database that it names, with --database. What is in this one stays, to look at.

                """)
    }

    @Test func `where to may come from the environment`() async throws {
        try await run(["company", "add", "Acme", "--database", address("old")])
        try await run(["migrate", "--from", address("old")], ["PLUMBLINE_DATABASE": address("new")])
        let error = await #expect(throws: ValidationError.self) {
            try await run(["migrate", "--from", address("old")])
        }

        #expect(try await Database.openSQLite(at: folder.file("new")).schemaState() != .absent)
        #expect(error?.message == "Say where to, with --to or PLUMBLINE_DATABASE.")
    }

    @Test func `a move from nowhere begins nothing`() async throws {
        #expect(await end(of: ["migrate", "--from", address("old"), "--to", address("new")])?.rawValue == 6)
        #expect(
            screen.errors == """
                There is no Plumbline database at \(folder.file("old")).
                  → Name it with --data or --database, or begin one with `plumbline company add` or `plumbline migrate`.

                """)
        #expect(!DatabaseFile(path: folder.file("new")).isThere)
    }

    @Test func `an unfinished move is not worked on`() async throws {
        try await run(["company", "add", "Acme", "--database", address("new")])
        try await Database.openSQLite(at: folder.file("new")).write(of: .schema) { tx in
            try tx.executeSchema("CREATE TABLE database_moves (source TEXT, state TEXT)")
            try tx.execute("INSERT INTO database_moves (source, state) VALUES ('old', 'copying')")
        }

        #expect(await end(of: ["company", "list", "--database", address("new")])?.rawValue == 6)
        #expect(
            screen.errors == """
                This database holds an unfinished move of old, and may lack rows.
                  → Run the same `plumbline migrate --from … --to …` again to finish it; until then old holds the truth.

                """)
    }

    @Test func `a command does not make tables in somebody else's database`() async throws {
        _ = try Database.openSQLite(at: folder.file("other"))

        #expect(await end(of: ["company", "list", "--database", address("other")])?.rawValue == 6)
        #expect(try await Database.openSQLite(at: folder.file("other")).appliedMigrations() == nil)
    }

    @Test func `a folder is not a database`() async throws {
        #expect(await end(of: ["company", "list", "--database", "sqlite:" + folder.path])?.rawValue == 6)
        #expect(
            screen.errors == """
                \(folder.path) is a folder, not a database.
                  → Name the file in it, or the folder with --data.

                """)
    }
}
