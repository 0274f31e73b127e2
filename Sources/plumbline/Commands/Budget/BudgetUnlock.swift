import ArgumentParser
import BudgetDomain
import BudgetOperations

struct BudgetUnlock: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "unlock", abstract: "Unlock the budget, so that original amounts can be edited again.")

    @Argument(help: "The project's number.")
    var project: String

    @Option(help: "What becomes of the budget modifications: preserve, or delete.")
    var modifications = ModificationsOnUnlock.preserve

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        try await scope.plumbline.unlockBudget(
            of: project, modifications: modifications, in: company.id, by: try await scope.person(of: company).id)
        let fate =
            switch modifications {
            case .preserve: "Its modifications were preserved."
            case .delete: "Its modifications were deleted."
            }
        return Report(["The budget of \(project) is unlocked. \(fate)"], json: DoneJSON(done: "unlocked"))
    }
}

extension ModificationsOnUnlock: ExpressibleByArgument {}
