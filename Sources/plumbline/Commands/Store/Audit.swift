import ArgumentParser
import BudgetDomain
import BudgetOperations

struct Audit: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Show what was done, by whom and to what, newest first.")

    @Option(help: "How many entries, 1 to 500.")
    var limit = 50

    @Option(help: "Only entries before this number, to go on from an earlier list.")
    var before: Int?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard (1...500).contains(limit) else { throw ValidationError("--limit is from 1 to 500.") }
    }

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        return Self.report(
            of: try await scope.plumbline.auditEntries(of: company.id, before: before, limit: limit))
    }

    static func report(of entries: [AuditEntry]) -> Report {
        let table = Table(
            [.figure("No."), .text("When"), .text("Who"), .text("What"), .text("To what"), .prose("Details")],
            rows: entries.map { entry in
                [
                    String(entry.number), entry.at.toTheMinute, entry.actor.name, entry.act.rawValue, entry.subject,
                    entry.details.split(separator: "\n").joined(separator: "; "),
                ]
            })
        return Report([.table(table)], json: entries.map(AuditJSON.init))
    }
}

struct AuditJSON: Encodable {
    let number: Int
    let at: String
    let actor: String
    let act: String
    let subject: String
    let details: String

    init(_ entry: AuditEntry) {
        number = entry.number
        at = entry.at.iso
        actor = entry.actor.name
        act = entry.act.rawValue
        subject = entry.subject
        details = entry.details
    }
}
