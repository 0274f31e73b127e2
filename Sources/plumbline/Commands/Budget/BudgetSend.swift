import ArgumentParser
import BudgetDomain
import BudgetOperations

struct BudgetSend: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "send", abstract: "Send the budget's new amounts to the accounting approver.")

    @Argument(help: "The project's number.")
    var project: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let export = try await scope.plumbline.sendBudgetToERP(
            of: project, in: company.id, by: try await scope.person(of: company).id)
        return Report(
            [
                "Sent: export \(export.number) of \(project) waits for an accounting approver.",
                "Next: `plumbline erp accept \(project) --as EMAIL`, or take it back with `plumbline budget retrieve`.",
            ], json: ExportJSON(export, project: project))
    }
}
