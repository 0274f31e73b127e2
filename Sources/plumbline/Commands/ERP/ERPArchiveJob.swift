import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ERPArchiveJob: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "archive-job", abstract: "Leave a job of QuickBooks out of those that wait for a project.")

    @Argument(help: "The job's full name in QuickBooks, as `erp list-jobs` shows it.")
    var job: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        try await scope.plumbline.archiveJob(job, in: company.id, by: try await scope.person(of: company).id)
        return Report(["\(job) is archived. In QuickBooks it stays as it is."], json: DoneJSON(done: "archived"))
    }
}
