import BudgetDomain
import BudgetOperations
import QuickBooksDesktop
import QuickBooksEmulators

/// One of many made-up firms: its people, its one project, its connection, and the emulated QuickBooks beside it.
struct BenchmarkFirm: Sendable {
    let company: Company
    /// Imports, changes and sends.
    let manager: Person
    /// Accepts.
    let approver: Person
    let plan: BenchmarkPlan
    let books: CompanyFile
    let account: ConnectorAccount

    static let project = "1001"
    static let projectName = "Benchmark Hall"
    static let customer = "Benchmark Owner"
    static let items = ItemRequest(incomeAccount: "Construction Income", expenseAccount: "Job Expenses")

    var name: String { company.name }
    var id: ID<Company> { company.id }

    /// The estimates of the project's job in QuickBooks.
    var estimates: [EstimateSnapshot] {
        books.estimates.filter { $0.customer == "\(Self.customer):\(Self.projectName)" }
    }

    static func assemble(name: String, plan: BenchmarkPlan, in plumbline: Plumbline) async throws -> BenchmarkFirm {
        let company = try await plumbline.addCompany(name: name, currency: .usd)
        let manager = try await plumbline.addPerson(
            to: company.id, name: "Mara Manager", email: "mara@firm.example", template: "project manager",
            by: .commandLine)
        _ = try await plumbline.addPerson(
            to: company.id, name: "Abel Approver", email: "abel@firm.example", template: "administrator",
            by: .commandLine)
        let approver = try await plumbline.grantAccountingPrivilege(
            to: "abel@firm.example", in: company.id, by: .commandLine)
        _ = try await plumbline.addProject(
            to: company.id, number: project, name: projectName, isERPIntegrated: true, by: .commandLine)
        let added = try await plumbline.addConnection(to: company.id, by: .commandLine)
        let account = ConnectorAccount(
            userName: added.connection.userName, password: added.password, ownerID: QWCFile.ownerID,
            fileID: "{\(added.connection.fileID)}")
        return BenchmarkFirm(
            company: company, manager: manager, approver: approver, plan: plan, books: try books(of: name),
            account: account)
    }

    /// What a firm's file has before Plumbline comes.
    static func books(of name: String) throws -> CompanyFile {
        let books = CompanyFile(name: name)
        _ = try books.addAccount(items.incomeAccount, type: "Income")
        _ = try books.addAccount(items.expenseAccount, type: "CostOfGoodsSold")
        _ = try books.addCustomer(customer)
        return books
    }
}

extension BenchmarkFirm {
    func importBudget(in plumbline: Plumbline) async throws {
        let outcome = try await plumbline.importBudget(
            file: plan.csv, overrides: [:], addsCostCodes: true, into: Self.project, in: id, by: manager.id)
        guard case .imported = outcome else {
            throw DemoProblem(sentence: "The budget of \(name) was not imported: \(outcome).")
        }
    }

    func requestJob(in plumbline: Plumbline) async throws {
        try await plumbline.requestJob(
            .createUnder(customer: Self.customer), for: Self.project, in: id, by: approver.id)
    }

    func requestItems(in plumbline: Plumbline) async throws {
        _ = try await plumbline.requestItems(Self.items, codes: nil, in: id, by: approver.id)
    }

    func lock(in plumbline: Plumbline) async throws {
        try await plumbline.lockBudget(of: Self.project, in: id, by: manager.id)
    }

    func modify(_ modification: BenchmarkPlan.Modification, in plumbline: Plumbline) async throws {
        _ = try await plumbline.createModification(
            from: modification.from.code, to: modification.to.code,
            amount: Money(minorUnits: modification.cents, currency: company.currency), notes: modification.notes,
            of: Self.project, in: id, by: manager.id)
    }

    func send(in plumbline: Plumbline) async throws {
        _ = try await plumbline.sendBudgetToERP(of: Self.project, in: id, by: manager.id)
    }

    func accept(in plumbline: Plumbline) async throws {
        _ = try await plumbline.acceptExport(of: Self.project, in: id, by: approver.id)
    }

    func exportAgain(in plumbline: Plumbline) async throws {
        _ = try await plumbline.exportAgain(of: Self.project, in: id, by: approver.id)
    }

    func view(in plumbline: Plumbline) async throws -> BudgetView {
        try await plumbline.budget(of: Self.project, in: id, by: manager.id)
    }
}
