import BudgetDomain
import BudgetOperations

/// A second company in the same database, whose approver has no say in the first.
struct OtherFirm: Sendable {
    let company: ID<Company>
    let approver: ID<Person>

    init(beside plumbline: Plumbline) async throws {
        company = try await plumbline.addCompany(name: "Nygaard Homes", currency: .usd).id
        _ = try await plumbline.addPerson(
            to: company, name: "Nora", email: "nora@nygaard.example", template: "accounting approver",
            by: .commandLine)
        approver = try await plumbline.grantAccountingPrivilege(
            to: "nora@nygaard.example", in: company, by: .commandLine
        ).id
    }
}
