import ArgumentParser
import BudgetDomain
import BudgetOperations

/// A command that does one thing and reports it. What is the same for all is here: opening the database, writing the
/// report as text or JSON, naming every refusal, and the exit code.
protocol Verb: AsyncParsableCommand {
    var shared: SharedOptions { get }
    /// Whether the command may begin a database.
    var whenDatabaseIsMissing: WhenMissing { get }
    func report(in scope: Scope) async throws -> Report
    func run(on terminal: Terminal, in environment: ProcessEnvironment) async throws
}

/// A command by which a person acts: it needs to know who.
protocol PersonalVerb: Verb {}

extension PersonalVerb {
    func validate() throws {
        _ = try shared.requiredEmail()
    }
}

extension Verb {
    var whenDatabaseIsMissing: WhenMissing { .refuse }

    func run() async throws {
        try await run(on: .system, in: .system)
    }

    func run(on terminal: Terminal, in environment: ProcessEnvironment) async throws {
        try await open(on: terminal, in: environment)
    }

    /// Opens the database and writes the report.
    func open(on terminal: Terminal, in environment: ProcessEnvironment) async throws {
        try await shared.namingFailures(on: terminal) {
            let address = try shared.address(in: environment)
            let plumbline = try await Composition.open(address, whenMissing: whenDatabaseIsMissing)
            let scope = Scope(
                plumbline: plumbline, address: address, shared: shared, terminal: terminal, environment: environment)
            try shared.write(try await report(in: scope), on: terminal)
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

    func write(_ report: Report, on terminal: Terminal) throws {
        try terminal.write(json ? JSONText.of(report.json) : report.text(width: terminal.width))
        if report.status != .done { throw ExitCode(report.status.rawValue) }
    }
}

/// What a command works with: the product, and whom and what its options name.
struct Scope {
    let plumbline: Plumbline
    let address: DatabaseAddress
    let shared: SharedOptions
    let terminal: Terminal
    let environment: ProcessEnvironment

    func company() async throws -> Company {
        try await plumbline.company(named: shared.company)
    }

    /// The person named by --as, in the company's directory.
    /// - Throws: `Refused` for somebody who is deactivated too: nobody acts as them.
    func person(of company: Company) async throws -> Person {
        let person = try await plumbline.person(email: try shared.requiredEmail(), of: company.id)
        try person.requireActive()
        return person
    }

    /// The person named by --as, or else the server's command line.
    func actor(of company: Company) async throws -> Actor {
        guard shared.email != nil else { return .commandLine }
        let person = try await person(of: company)
        return .person(person.id, name: person.name)
    }
}
