import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ERPListJobs: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "list-jobs", abstract: "List the jobs of QuickBooks that no project has, as they were last read.")

    @Flag(help: "Ask the Web Connector to read QuickBooks' list of customers and jobs in its next session.")
    var refresh = false

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let person = try await scope.person(of: company)
        try person.require(.viewERPLists)
        if refresh { try await scope.plumbline.requestJobList(in: company.id, by: person.id) }
        let list = try await scope.plumbline.jobList(of: company.id)
        let table = Table(
            [.prose("Customer:Job"), .text("Kind")],
            rows: list.readyToImport.map { [$0.fullName, $0.isCustomer ? "Customer" : "Job"] })
        let read = list.readAt.map { "As QuickBooks had them \($0.toTheMinute)." } ?? "The list was never read."
        return Report(
            (refresh ? ["The next session of the Web Connector reads the list of jobs.", .blank] : [])
                + [.table(table), .line(read)] + (list.problem.map { [.line("It could not be read: \($0)")] } ?? []),
            json: JobListJSON(list))
    }
}

struct JobListJSON: Encodable {
    struct Entry: Encodable {
        let listID: String
        let fullName: String
        let isCustomer: Bool
    }

    let requestedAt: String?
    let readAt: String?
    let problem: String?
    let readyToImport: [Entry]

    init(_ list: JobList) {
        requestedAt = list.requestedAt?.iso
        readAt = list.readAt?.iso
        problem = list.problem
        readyToImport = list.readyToImport.map {
            Entry(listID: $0.listID, fullName: $0.fullName, isCustomer: $0.isCustomer)
        }
    }
}
