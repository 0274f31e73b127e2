import BudgetDomain
import BudgetOperations
import SQLDatabase
import TestStorage

/// A locked budget of two lines, 160,250.25 in all, with everything around it that a send needs.
struct SendingFixture: Sendable {
    let furnished: FurnishedFixture
    /// Empty without a connection.
    let userName: String
    let password: String

    var plumbline: Plumbline { furnished.plumbline }
    var company: ID<Company> { furnished.company.id }
    var manager: ID<Person> { furnished.manager.id }
    var approver: ID<Person> { furnished.approver.id }

    init(_ storage: Storage, hasConnection: Bool = true) async throws {
        furnished = try await FurnishedFixture(storage)
        try await furnished.addLine("03-100", "L", 120_000_25)
        try await furnished.addLine("03-300", "M", 40_250_00)
        try await furnished.base.markSynced(furnished.project)
        _ = try await furnished.plumbline.requestItems(
            ItemRequest(incomeAccount: "Construction Income", expenseAccount: "Job Expenses"), codes: nil,
            in: furnished.company.id, by: furnished.approver.id)
        try await furnished.base.markRequestedItemsSynced()
        if hasConnection {
            let made = try await furnished.plumbline.addConnection(to: furnished.company.id, by: .commandLine)
            userName = made.connection.userName
            password = made.password
        } else {
            userName = ""
            password = ""
        }
        try await furnished.lock()
    }

    @discardableResult
    func send() async throws -> Export {
        try await plumbline.sendBudgetToERP(of: "1001", in: company, by: manager)
    }

    @discardableResult
    func retrieve() async throws -> Export {
        try await plumbline.retrieveBudget(of: "1001", in: company, by: manager)
    }

    @discardableResult
    func accept() async throws -> Export {
        try await plumbline.acceptExport(of: "1001", in: company, by: approver)
    }

    @discardableResult
    func reject(_ comment: String) async throws -> Export {
        try await plumbline.rejectExport(of: "1001", comment: comment, in: company, by: approver)
    }

    @discardableResult
    func exportAgain() async throws -> Export {
        try await plumbline.exportAgain(of: "1001", in: company, by: approver)
    }

    func detail() async throws -> ExportDetail {
        try await plumbline.exportDetail(of: "1001", in: company, by: approver)
    }

    func state() async throws -> ExportState.Name {
        try await detail().summary.export.state.name
    }

    /// Unlinks the project's job, as nobody can do here: a restored database would.
    func loseJob() async throws {
        try await furnished.base.database.write(of: .everyCompany) { tx in
            try tx.execute("UPDATE projects SET sync_state = 'not synced', list_id = NULL, full_name = NULL")
        }
    }

    func findJob() async throws {
        try await furnished.base.markSynced(furnished.project)
    }
}
