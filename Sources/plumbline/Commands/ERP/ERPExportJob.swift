import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ERPExportJob: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "export-job", abstract: "Make the project's job in QuickBooks, under a customer.")

    @Argument(help: "The project's number.")
    var project: String

    @Option(help: "The customer's name, exactly as QuickBooks has it.")
    var customer: String

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        try await scope.plumbline.requestJob(
            .createUnder(customer: customer), for: project, in: company.id,
            by: try await scope.person(of: company).id)
        return Report(
            ["The next run of the QuickBooks Web Connector makes the job of project \(project) under \(customer)."],
            json: DoneJSON(done: "requested"))
    }
}
