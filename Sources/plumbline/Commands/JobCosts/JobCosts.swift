import ArgumentParser
import BudgetDomain
import BudgetOperations

struct JobCosts: PersonalVerb {
    static let configuration = CommandConfiguration(
        commandName: "job-costs", abstract: "Show the Job Costs Report: estimate and costs as QuickBooks has them.")

    @Argument(help: "The project's number.")
    var project: String

    @Flag(help: "Ask the Web Connector to read estimates and costs again in its next session.")
    var refresh = false

    @Flag(help: "Show the QuickBooks documents that the costs are made of.")
    var documents = false

    @Flag(help: "Write comma-separated text, for a spreadsheet.")
    var csv = false

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        _ = try shared.requiredEmail()
        if csv, shared.json { throw ValidationError("Choose --csv or --json.") }
    }

    func report(in scope: Scope) async throws -> Report {
        let company = try await scope.company()
        let person = try await scope.person(of: company)
        if refresh { try await scope.plumbline.requestJobCosts(in: company.id, by: person.id) }
        let view = try await scope.plumbline.jobCosts(of: project, in: company.id, by: person.id)
        let json = try JobCostsJSON(view)
        if csv {
            let text = documents ? try json.documentsCSV() : try json.rowsCSV()
            return Report([.verbatim(text)], json: json)
        }
        let note: Report.Block = "The next session of the Web Connector reads the costs again."
        return Report((refresh ? [note, .blank] : []) + (try blocks(of: view)), json: json)
    }

    private func blocks(of view: JobCostsView) throws -> [Report.Block] {
        let table: [Report.Block] = [
            .table(try JobCostsTable.rows(of: view.report)), .blank,
            .line(JobCostsTable.readSentence(of: view.report)),
            "\(view.confirmed) of \(view.expected) accepted lines are confirmed by reading them back.",
        ]
        return documents ? table + [.blank, .table(try JobCostsTable.documents(of: view))] : table
    }
}
