import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ERPLinkJob: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "link-job", abstract: "Use a job that QuickBooks has already.")

    @Argument(help: "The project's number.")
    var project: String

    @Option(help: ArgumentHelp("The job's full name in QuickBooks.", valueName: "customer:job"))
    var job: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        try await scope.plumbline.requestJob(
            .linkTo(fullName: job), for: project, in: company.id, by: try await scope.person(of: company).id)
        return Report(
            ["The next run of the QuickBooks Web Connector links project \(project) with \(job)."],
            json: DoneJSON(done: "requested"))
    }
}
