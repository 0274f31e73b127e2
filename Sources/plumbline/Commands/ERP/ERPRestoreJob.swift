import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ERPRestoreJob: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "restore-job", abstract: "Bring an archived job back to those that wait for a project.")

    @Argument(help: "The job's full name in QuickBooks, as `erp list-jobs` shows it.")
    var job: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        try await scope.plumbline.restoreJob(job, in: company.id, by: try await scope.person(of: company).id)
        return Report(["\(job) can be imported again."], json: DoneJSON(done: "restored"))
    }
}
