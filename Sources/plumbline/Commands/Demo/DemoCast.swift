import BudgetDomain
import BudgetOperations

/// One of the demo's projects, and the file that its budget is kept in.
struct DemoProject: Equatable {
    let number: String
    let name: String
    let file: String

    static let all = [
        DemoProject(number: "1001", name: "Harbour Street Clinic", file: "harbour-street-clinic.csv"),
        DemoProject(number: "1002", name: "Mill Road Warehouse", file: "mill-road-warehouse-budget-export.csv"),
    ]

    /// Left for whoever watches: its budget is open, and nothing of it is in QuickBooks.
    static let unsent = DemoProject(number: "1003", name: "Riverside School", file: "riverside-school.csv")
}

/// The firm, its people and its projects.
struct DemoCast {
    let company: Company
    /// Sends budgets.
    let manager: Person
    /// Accepts them.
    let approver: Person

    static let customer = "Harbour Health & Logistics"

    static func assemble(in plumbline: Plumbline) async throws -> DemoCast {
        let company = try await plumbline.addCompany(name: "Harbour Builders", currency: .usd)
        _ = try await plumbline.changeSettings(of: company.id, by: .commandLine) { $0.senderMayNotApprove = true }
        _ = try await plumbline.addPerson(
            to: company.id, name: "Ann Reyes", email: "ann@harbour.example", template: "administrator",
            by: .commandLine)
        let manager = try await plumbline.addPerson(
            to: company.id, name: "Pat Lindqvist", email: "pat@harbour.example", template: "project manager",
            by: .commandLine)
        _ = try await plumbline.addPerson(
            to: company.id, name: "Ada Okafor", email: "ada@harbour.example", template: "administrator",
            by: .commandLine)
        let approver = try await plumbline.grantAccountingPrivilege(
            to: "ada@harbour.example", in: company.id, by: .commandLine)
        for project in DemoProject.all + [.unsent] {
            _ = try await plumbline.addProject(
                to: company.id, number: project.number, name: project.name, isERPIntegrated: true, by: .commandLine)
        }
        return DemoCast(company: company, manager: manager, approver: approver)
    }
}
