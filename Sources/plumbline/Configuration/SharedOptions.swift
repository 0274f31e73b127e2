import ArgumentParser

/// What every command takes.
struct SharedOptions: ParsableArguments {
    @Option(help: "The folder of the database.")
    var data = "./plumbline-data"

    @Option(help: "The company, when the database holds several.")
    var company: String?

    @Option(name: .customLong("as"), help: ArgumentHelp("The person who acts.", valueName: "email"))
    var email: String?

    @Flag(help: "Write JSON for programs instead of text for people.")
    var json = false

    var folder: DataFolder { DataFolder(path: data) }

    /// The person's address, for the commands by which a person acts.
    func requiredEmail() throws -> String {
        guard let email else {
            throw ValidationError("Say who acts, with --as EMAIL. `plumbline user list` shows the people.")
        }
        return email
    }
}
