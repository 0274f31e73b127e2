import ArgumentParser

/// What every command takes.
struct SharedOptions: ParsableArguments {
    @Option(help: "The folder of an SQLite database. (default: ./plumbline-data)")
    var data: String?

    @Option(
        help: ArgumentHelp(
            "The database, instead of --data: sqlite:PATH or postgres://HOST/DATABASE.",
            discussion: """
                Also taken from PLUMBLINE_DATABASE. Other users of this machine can read a command line: leave a \
                password to PLUMBLINE_DATABASE, PGPASSWORD or a password file (~/.pgpass).
                """, valueName: "url"))
    var database: String?

    @Option(help: "The company, when the database holds several.")
    var company: String?

    @Option(name: .customLong("as"), help: ArgumentHelp("The person who acts.", valueName: "email"))
    var email: String?

    @Flag(help: "Write JSON for programs instead of text for people.")
    var json = false

    static let standardFolder = "./plumbline-data"

    func validate() throws {
        guard data == nil || database == nil else { throw ValidationError("Give --data or --database, not both.") }
        if let database { _ = try DatabaseAddress(database, from: "--database") }
    }

    /// What is said on the command line comes before what the environment says.
    func address(in environment: ProcessEnvironment) throws -> DatabaseAddress {
        if let database { return try DatabaseAddress(database, from: "--database") }
        if let data { return .file(DatabaseFile(inFolder: data)) }
        if let database = environment[ProcessEnvironment.database] {
            return try DatabaseAddress(database, from: ProcessEnvironment.database)
        }
        return .file(DatabaseFile(inFolder: Self.standardFolder))
    }

    /// The options to write again for the same database, with a space before them. An address is not repeated, since
    /// it may hold a password.
    func repeated(for address: DatabaseAddress) -> String {
        switch address {
        case .file where database == nil: " --data \(data ?? Self.standardFolder)"
        case .file(let file): " --database sqlite:\(file.path)"
        case .server: " --database …"
        }
    }

    /// The person's address, for the commands by which a person acts.
    func requiredEmail() throws -> String {
        guard let email else {
            throw ValidationError("Say who acts, with --as EMAIL. `plumbline user list` shows the people.")
        }
        return email
    }
}
