import ArgumentParser
import BudgetOperations

/// Opening the database has brought it up to date already; this command is for doing that alone, before a start.
struct Migrate: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Make the database, or bring it to the schema of this version.")

    @OptionGroup var shared: SharedOptions

    var whenFolderIsMissing: DataFolder.WhenMissing { .make }

    func report(in scope: Scope) async throws -> Report {
        Report(["The database \(shared.folder.databasePath) is up to date."], json: DoneJSON(done: "migrated"))
    }
}
