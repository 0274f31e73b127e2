import BudgetDomain
import BudgetOperations
import Foundation
import Logging
import QuickBooksDesktop
import QuickBooksEmulators
import SQLDatabase
import Synchronization
import TestStorage

/// A firm on its first day: people, a project, a connection, and QuickBooks beside it with a customer and accounts.
/// Time is moved by hand and ids come from a counter, so that a journey is the same every time.
final class Firm: Sendable {
    let plumbline: Plumbline
    let stored: StorageUnderTest
    let company: Company
    let manager: Person
    let approver: Person
    let books: CompanyFile
    let account: ConnectorAccount
    let time: HandMovedTime

    static let project = "1001"

    /// The database itself, for what a test does behind the product's back.
    var database: Database { stored.database }

    init(
        _ storage: Storage, settings: CompanySettings = CompanySettings(addsCostCodesOnImport: true),
        books: CompanyFile = CompanyFile()
    ) async throws {
        let time = HandMovedTime()
        self.time = time
        stored = try await storage.newDatabase(migratedBy: Plumbline.migrate)
        plumbline = Self.server(on: stored.database.observed(by: TenancyRule.watch), time: time)
        let company = try await plumbline.addCompany(name: "Acme Builders", currency: .usd)
        _ = try await plumbline.changeSettings(of: company.id, by: .commandLine) { $0 = settings }
        self.company = company
        manager = try await plumbline.addPerson(
            to: company.id, name: "Petra Manager", email: "petra@acme.example", template: "project manager",
            by: .commandLine)
        approver = try await plumbline.addPerson(
            to: company.id, name: "Arno Approver", email: "arno@acme.example", template: "accounting approver",
            by: .commandLine)
        _ = try await plumbline.grantAccountingPrivilege(
            to: "arno@acme.example", in: company.id, by: .commandLine)
        _ = try await plumbline.addProject(
            to: company.id, number: Self.project, name: "Harbour Street Clinic", isERPIntegrated: true,
            by: .commandLine)
        let connection = try await plumbline.addConnection(to: company.id, by: .commandLine)
        account = ConnectorAccount(
            userName: connection.connection.userName, password: connection.password, ownerID: QWCFile.ownerID,
            fileID: "{\(connection.connection.fileID)}")
        self.books = books
        _ = try books.addAccount("Construction Income", type: "Income")
        _ = try books.addAccount("Job Expenses", type: "CostOfGoodsSold")
        _ = try books.addCustomer("Harbour Health")
    }

    /// A server process on the database: what a restart makes anew.
    static func server(on database: Database, time: HandMovedTime, seed: UInt64 = 1) -> Plumbline {
        let counter = Mutex(seed)
        return Plumbline(
            database: database, clock: Clock { time.now },
            randomness: Randomness { count in
                counter.withLock { state in
                    (0..<count).map { _ in
                        // SplitMix64: the same ids in every run.
                        state &+= 0x9E37_79B9_7F4A_7C15
                        var mixed = state
                        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
                        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
                        return UInt8(truncatingIfNeeded: mixed >> 56)
                    }
                }
            }, log: Logger(label: "journey", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    /// A Web Connector that reaches the server without a network.
    func connector(faults: [ConnectorFault] = [], to plumbline: Plumbline? = nil) -> WebConnector {
        let conversation = WebConnectorConversation(plumbline: plumbline ?? self.plumbline, version: "test")
        return WebConnector(
            account: account, company: books,
            transport: { call in try await conversation.answer(SOAPRequest(reading: call.body)).bytes },
            faults: faults)
    }

    /// Imports `csv`, connects the project and its cost codes with QuickBooks, locks and sends.
    func sendBudget(_ csv: String = Firm.budget) async throws {
        try await importBudget(csv)
        try await connectLists()
        try await plumbline.lockBudget(of: Self.project, in: company.id, by: manager.id)
        _ = try await plumbline.sendBudgetToERP(of: Self.project, in: company.id, by: manager.id)
    }

    func importBudget(_ csv: String) async throws {
        let outcome = try await plumbline.importBudget(
            file: Array(csv.utf8), overrides: [:], addsCostCodes: true, into: Self.project, in: company.id,
            by: manager.id)
        guard case .imported = outcome else { throw JourneyProblem(text: "\(outcome)") }
    }

    /// Asks for the job and the items, and lets the Web Connector fetch them.
    func connectLists() async throws {
        try await plumbline.requestJob(
            .createUnder(customer: "Harbour Health"), for: Self.project, in: company.id, by: approver.id)
        _ = try await plumbline.requestItems(
            ItemRequest(incomeAccount: "Construction Income", expenseAccount: "Job Expenses"), codes: nil,
            in: company.id, by: approver.id)
        _ = await connector().poll()
    }

    func accept() async throws {
        _ = try await plumbline.acceptExport(of: Self.project, in: company.id, by: approver.id)
    }

    /// Five lines with a zero and a credit, on three cost codes: 170,249.50 in all.
    static let budget = """
        Cost Code,Cost Type,Description,Original Budget Amount
        03-100,Labor,Footings & walls,"120,000.25"
        03-100,Materials,Ready-mix – façade,40250.00
        05-200,Labor,Steel,0.00
        09-900,Other,Allowance given back,"(1,000.75)"
        09-900,Labor,Painting,11000
        """
}

struct JourneyProblem: Error {
    let text: String
}

/// A clock that stands until it is moved.
final class HandMovedTime: Sendable {
    private let instant = Mutex(Instant(microsecondsSince1970: 1_772_442_000_000_000))

    var now: Instant { instant.withLock { $0 } }

    func move(seconds: Int64) {
        instant.withLock { $0 = $0.adding(seconds: seconds) }
    }
}
