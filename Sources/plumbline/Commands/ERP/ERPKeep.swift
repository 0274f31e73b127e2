import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ERPKeep: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "keep",
        abstract: "Keep what QuickBooks holds where it differs: the budget takes it over as budget modifications.")

    @Argument(help: "The project's number.")
    var project: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let export = try await scope.plumbline.keepQuickBooksAmounts(
            of: project, in: company.id, by: try await scope.person(of: company).id)
        return Report(
            [
                "The budget of \(project) took over what QuickBooks holds; nothing is written to QuickBooks.",
                "It opens when the next run of the Web Connector has read the estimate back equal.",
            ],
            json: ExportJSON(export, project: project))
    }
}
