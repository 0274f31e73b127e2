import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ERPList: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the exports, newest first, and where each stands.")

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        return Self.report(
            of: try await scope.plumbline.exports(of: company.id, by: try await scope.person(of: company).id))
    }

    static func report(of exports: [ExportSummary]) -> Report {
        let table = Table(
            [
                .text("Project"), .prose("Name"), .figure("Export"), .text("Kind"), .text("Status"), .text("Sent by"),
                .text("Sent at"), .figure("Transactions"), .figure("Total"),
            ],
            rows: exports.map { summary in
                [
                    summary.projectNumber, summary.projectName, String(summary.export.number),
                    summary.export.kind.rawValue, summary.export.statusWord, summary.sentByName,
                    summary.export.sentAt.toTheMinute, String(summary.transactions), summary.total.formatted,
                ]
            })
        return Report([.table(table)], json: exports.map(ExportSummaryJSON.init))
    }
}
