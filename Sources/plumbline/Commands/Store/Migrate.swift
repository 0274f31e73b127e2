import ArgumentParser
import BudgetOperations

/// Opening the database has brought it up to date already; alone this command is for doing that before a start. With
/// --from and --to it carries a whole database over.
struct Migrate: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Bring the database to the schema of this version, or move all of it to another.",
        discussion: """
            With --from and --to everything is copied, compared by count and digest, and the source is closed to \
            writing. Stop every server that uses the source first. Interrupted, the same command goes on where it was.
            """)

    @Option(help: ArgumentHelp("The SQLite database to move, as sqlite:PATH.", valueName: "url"))
    var from: String?

    @Option(
        help: ArgumentHelp(
            "The empty database to move it to, as postgres://HOST/DATABASE. (default: PLUMBLINE_DATABASE)",
            valueName: "url"))
    var to: String?

    @OptionGroup var shared: SharedOptions

    var whenDatabaseIsMissing: WhenMissing { .make }

    func validate() throws {
        guard from != nil || to != nil else { return }
        guard let from else { throw ValidationError("Give --from together with --to.") }
        guard shared.data == nil, shared.database == nil else {
            throw ValidationError("--from and --to name both databases; leave --data and --database out.")
        }
        _ = try DatabaseMove.source(from)
        if let to { _ = try DatabaseAddress(to, from: "--to") }
    }

    func run(on terminal: Terminal, in environment: ProcessEnvironment) async throws {
        guard let from else { return try await open(on: terminal, in: environment) }
        try await shared.namingFailures(on: terminal) {
            let move = DatabaseMove(source: try DatabaseMove.source(from), target: try target(in: environment))
            let report = try await move.run(on: terminal)
            try shared.write(DatabaseMove.report(of: report), on: terminal)
        }
    }

    private func target(in environment: ProcessEnvironment) throws -> DatabaseAddress {
        if let to { return try DatabaseAddress(to, from: "--to") }
        guard let database = environment[ProcessEnvironment.database] else {
            throw ValidationError("Say where to, with --to or \(ProcessEnvironment.database).")
        }
        return try DatabaseAddress(database, from: ProcessEnvironment.database)
    }

    func report(in scope: Scope) async throws -> Report {
        Report(["The database \(scope.address.description) is up to date."], json: DoneJSON(done: "migrated"))
    }
}
