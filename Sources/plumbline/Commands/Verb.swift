import ArgumentParser
import BudgetDomain
import BudgetOperations

/// A command that does one thing and reports it. What is the same for all is here: opening the database, writing the
/// report as text or JSON, naming every refusal, and the exit code.
protocol Verb: AsyncParsableCommand {
    var shared: SharedOptions { get }
    /// Whether the command may begin a data folder.
    var whenFolderIsMissing: DataFolder.WhenMissing { get }
    func report(in scope: Scope) async throws -> Report
}

/// A command by which a person acts: it needs to know who.
protocol PersonalVerb: Verb {}

extension PersonalVerb {
    func validate() throws {
        _ = try shared.requiredEmail()
    }
}

extension Verb {
    var whenFolderIsMissing: DataFolder.WhenMissing { .refuse }

    func run() async throws {
        try await run(on: .system)
    }

    func run(on terminal: Terminal) async throws {
        try await shared.namingFailures(on: terminal) {
            try shared.folder.prepare(whenFolderIsMissing)
            let plumbline = try await Composition.open(shared.folder)
            let report = try await report(in: Scope(plumbline: plumbline, shared: shared, terminal: terminal))
            terminal.write(shared.json ? try JSONText.of(report.json) : report.text(width: terminal.width))
            if report.status != .done { throw ExitCode(report.status.rawValue) }
        }
    }
}

extension SharedOptions {
    /// Does the work of a command; when it fails, says every reason and ends with the exit code that belongs to it.
    func namingFailures(on terminal: Terminal, _ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch {
            guard let failure = FailureText(error) else { throw error }
            terminal.writeError(json ? try JSONText.of(failure.json) : failure.text)
            throw ExitCode(failure.status.rawValue)
        }
    }
}

/// What a command works with: the product, and whom and what its options name.
struct Scope {
    let plumbline: Plumbline
    let shared: SharedOptions
    let terminal: Terminal

    func company() async throws -> Company {
        try await plumbline.company(named: shared.company)
    }

    /// The person named by --as, in the company's directory.
    func person(of company: Company) async throws -> Person {
        try await plumbline.person(email: try shared.requiredEmail(), of: company.id)
    }

    /// The person named by --as, or else the server's command line.
    func actor(of company: Company) async throws -> Actor {
        guard shared.email != nil else { return .commandLine }
        let person = try await person(of: company)
        return .person(person.id, name: person.name)
    }
}
