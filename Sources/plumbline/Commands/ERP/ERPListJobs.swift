import ArgumentParser
import BudgetDomain
import BudgetOperations

struct ERPListJobs: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "list-jobs",
        abstract:
            "List the jobs of QuickBooks that no project has, as they were last read, and those that were renamed.")

    @Flag(help: "Ask the Web Connector to read QuickBooks' list of customers and jobs in its next session.")
    var refresh = false

    @OptionGroup var shared: SharedOptions

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let person = try await scope.person(of: company)
        try person.require(.viewERPLists)
        if refresh { try await scope.plumbline.requestJobList(in: company.id, by: person.id) }
        let list = try await scope.plumbline.jobList(of: company.id)
        let renamed = try await scope.plumbline.projects(of: company.id).map(\.project).filter { $0.jobRename != nil }
        var blocks: [Report.Block] =
            refresh ? ["The next session of the Web Connector reads the list of jobs.", .blank] : []
        blocks.append(.table(Self.table("Customer:Job", list.readyToImport)))
        if !list.archived.isEmpty {
            blocks += [.blank, .table(Self.table("Archived", list.archived.map(\.job)))]
        }
        if !renamed.isEmpty { blocks += [.blank, .table(Self.table(renamed))] }
        blocks.append(
            .line(list.readAt.map { "As QuickBooks had them \($0.toTheMinute)." } ?? "The list was never read."))
        if let problem = list.problem { blocks.append(.line("It could not be read: \(problem)")) }
        return Report(blocks, json: JobListJSON(list, renamed: renamed))
    }

    private static func table(_ title: String, _ jobs: [ListedJob]) -> Table {
        Table(
            [.prose(title), .text("Kind")], rows: jobs.map { [$0.fullName, $0.isCustomer ? "Customer" : "Job"] })
    }

    private static func table(_ renamed: [Project]) -> Table {
        Table(
            [.text("Project"), .prose("Name"), .prose("The job was"), .prose("The job is")],
            rows: renamed.map { [$0.number, $0.name, $0.jobRename?.from ?? "", $0.jobRename?.to ?? ""] })
    }
}

struct JobListJSON: Encodable {
    struct Entry: Encodable {
        let listID: String
        let fullName: String
        let isCustomer: Bool

        init(_ job: ListedJob) {
            listID = job.listID
            fullName = job.fullName
            isCustomer = job.isCustomer
        }
    }

    struct Renamed: Encodable {
        let project: String
        let name: String
        let jobWas: String
        let jobIs: String
    }

    let requestedAt: String?
    let readAt: String?
    let problem: String?
    let readyToImport: [Entry]
    let archived: [Entry]
    let readyToUpdate: [Renamed]

    init(_ list: JobList, renamed: [Project]) {
        requestedAt = list.requestedAt?.iso
        readAt = list.readAt?.iso
        problem = list.problem
        readyToImport = list.readyToImport.map(Entry.init)
        archived = list.archived.map { Entry($0.job) }
        readyToUpdate = renamed.compactMap { project in
            project.jobRename.map {
                Renamed(project: project.number, name: project.name, jobWas: $0.from, jobIs: $0.to)
            }
        }
    }
}
