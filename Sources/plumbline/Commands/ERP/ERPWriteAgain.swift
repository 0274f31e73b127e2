import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ERPWriteAgain: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "write-again",
        abstract: "Write the approved amounts onto the estimate again, or make it anew where it is gone.",
        discussion: """
            Only lines of the budget that differ are set right; what people typed in QuickBooks stays. If QuickBooks \
            then holds something else than was decided on, nothing is written and the decision is asked for again.
            """)

    @Argument(help: "The project's number.")
    var project: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let export = try await scope.plumbline.writeOursAgain(
            of: project, in: company.id, by: try await scope.person(of: company).id)
        return Report(
            ["The next run of the QuickBooks Web Connector writes the approved amounts of \(project) again."],
            json: ExportJSON(export, project: project))
    }
}
