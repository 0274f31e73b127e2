import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ERPImportJob: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "import-job", abstract: "Add a project for a job that QuickBooks has, and link the two.")

    @Argument(help: "The job's full name in QuickBooks, as `erp list-jobs` shows it.")
    var job: String

    @Option(help: "The new project's number, by which commands name it.")
    var number: String

    @Option(help: "The new project's name; without it, the job's own.")
    var name: String?

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let project = try await scope.plumbline.importJob(
            job, as: number, name: name, in: company.id, by: try await scope.person(of: company).id)
        return Report(
            [
                "Added project \(project.number) \(project.name).",
                "The next run of the QuickBooks Web Connector links it with \(job).",
            ],
            json: AddedProjectJSON(
                number: project.number, name: project.name, isERPIntegrated: project.isERPIntegrated))
    }
}
