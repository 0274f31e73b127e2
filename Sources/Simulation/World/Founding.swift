package import BudgetDomain
internal import BudgetOperations
internal import Logging
internal import QuickBooksDesktop
package import QuickBooksEmulators
internal import SQLDatabase

/// The state from which every life begins, made once for each thread: the schema, two companies with their people,
/// projects and cost codes, and their company files; once before anything is in QuickBooks and once after jobs and
/// items are.
package struct Founding: Sendable {
    package struct Founded: Sendable {
        package let company: Company
        package let people: [SimulatedPerson]
        package let account: ConnectorAccount
        package let fresh: CompanyFileCopy
        package let linked: CompanyFileCopy
    }

    /// The database before anything of ours is in QuickBooks, and after.
    private let fresh: SerialSQLiteEngine
    private let linked: SerialSQLiteEngine
    package let companies: [Founded]

    private static let rows = "founding"

    static let companyNames = ["Acme Builders", "Birch Homes"]
    static let projects = [("1001", "House"), ("1002", "Garage")]
    static let customer = "Jones"
    static let items = ItemRequest(incomeAccount: "Construction Income", expenseAccount: "Job Costs")
    static let costCodes = ["01-100", "02-200", "03-300", "04-400"]
    /// An item and a job that are the bookkeeper's own.
    static let foreignItem = "Bookkeeping"
    static let foreignJob = "Smith:Barn"

    package static func make(for options: World.Options) async throws -> Founding {
        try await make(without: options.mutant?.indexes ?? [])
    }

    /// - Parameter indexes: those that a mutant does without.
    package static func make(without indexes: [String] = []) async throws -> Founding {
        let engine = try SerialSQLiteEngine()
        let clock = SimulatedClock(at: SimulatedClock.start.adding(seconds: -86_400))
        let plumbline = Plumbline(
            database: Database(engine: engine), clock: clock.clock, randomness: SeededBytes(seed: 0).randomness,
            log: .silent)
        try await plumbline.migrate()
        try await engine.write(.schema) { connection in
            for index in indexes { try connection.executeSchema("DROP INDEX \(index)") }
        }
        var begun: [(Company, [SimulatedPerson], ConnectorAccount, CompanyFile)] = []
        for name in companyNames { begun.append(try await found(name, in: plumbline, clock)) }
        let fresh = begun.map { $0.3.copy() }
        let freshEngine = try engine.copy()
        for (company, people, account, books) in begun {
            try await link(company, people, account, books, in: plumbline)
        }
        for engine in [freshEngine, engine] {
            try await Journal.install(on: engine)
            try engine.keep(as: rows)
        }
        return Founding(
            fresh: freshEngine, linked: engine,
            companies: zip(begun, fresh).map { begun, fresh in
                Founded(
                    company: begun.0, people: begun.1, account: begun.2, fresh: fresh, linked: begun.3.copy())
            })
    }

    /// The database of one more life, as it was at the founding. A life before it has to be over.
    func begin(linked isLinked: Bool) throws -> SerialSQLiteEngine {
        let engine = isLinked ? linked : fresh
        try engine.goBack(to: Self.rows)
        return engine
    }

    private static func found(
        _ name: String, in plumbline: Plumbline, _ clock: SimulatedClock
    ) async throws -> (Company, [SimulatedPerson], ConnectorAccount, CompanyFile) {
        let company = try await plumbline.addCompany(name: name, currency: .usd)
        var people: [SimulatedPerson] = []
        for role in PersonRole.allCases {
            let (first, template) = (role.firstName, role.template)
            let email = "\(first)@\(company.name.prefix(4).lowercased()).example"
            let person = try await plumbline.addPerson(
                to: company.id, name: first, email: email, template: template, by: .commandLine)
            if role == .approver || role == .owner {
                _ = try await plumbline.grantAccountingPrivilege(to: email, in: company.id, by: .commandLine)
            }
            people.append(
                SimulatedPerson(id: person.id, name: first, email: email, role: role, template: template))
        }
        for (number, name) in projects {
            _ = try await plumbline.addProject(
                to: company.id, number: number, name: name, isERPIntegrated: true, by: .commandLine)
        }
        _ = try await plumbline.addCostCodes(
            costCodes.map { CostCodeDraft(code: $0, title: "Part \($0)") }, to: company.id, by: .commandLine)
        let manager = people[0]
        for (index, code) in costCodes.prefix(2).enumerated() {
            _ = try await plumbline.addLineItem(
                code: code, costType: "L", description: "Part \(index + 1)",
                amount: .manual(Money(minorUnits: Int64(index + 1) * 1_250_50, currency: .usd)),
                to: projects[0].0, in: company.id, by: manager.id)
        }
        let added = try await plumbline.addConnection(to: company.id, by: .commandLine)
        let account = ConnectorAccount(
            userName: added.connection.userName, password: added.password, ownerID: QWCFile.ownerID,
            fileID: "{\(added.connection.fileID)}")
        return (company, people, account, try books(of: name, clock))
    }

    /// What the bookkeeper's file has before Plumbline comes.
    private static func books(of name: String, _ clock: SimulatedClock) throws -> CompanyFile {
        let time = QuickBooksClock(world: clock)
        let books = CompanyFile(name: name, path: "C:\\\(name).QBW", clock: { time.text })
        try books.addAccount(items.incomeAccount, type: "Income")
        try books.addAccount(items.expenseAccount, type: "CostOfGoodsSold")
        try books.addCustomer(customer)
        try books.addCustomer(foreignJob)
        try books.addServiceItem(
            foreignItem, incomeAccount: items.incomeAccount, expenseAccount: items.expenseAccount)
        return books
    }

    /// One session adds the jobs and the items.
    private static func link(
        _ company: Company, _ people: [SimulatedPerson], _ account: ConnectorAccount, _ books: CompanyFile,
        in plumbline: Plumbline
    ) async throws {
        let approver = people[1]
        for (number, _) in projects {
            try await plumbline.requestJob(
                .createUnder(customer: customer), for: number, in: company.id, by: approver.id)
        }
        _ = try await plumbline.requestItems(items, codes: nil, in: company.id, by: approver.id)
        let conversation = WebConnectorConversation(plumbline: plumbline, version: "simulated")
        let connector = WebConnector(
            account: account, company: books,
            transport: { try await conversation.answer(SOAPRequest(reading: $0.body)).bytes })
        let report = await connector.poll()
        guard report.outcome == .finished else { throw NotFounded(outcome: report.outcome) }
    }

    struct NotFounded: Error {
        let outcome: PollReport.Outcome
    }
}

extension Logger {
    static var silent: Logger { Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() } }
}

extension PersonRole {
    fileprivate var firstName: String {
        switch self {
        case .manager: "mara"
        case .approver: "abel"
        case .owner: "olga"
        case .viewer: "vera"
        }
    }

    fileprivate var template: String {
        switch self {
        case .manager: "project manager"
        case .approver: "accounting approver"
        case .owner: "administrator"
        case .viewer: "viewer"
        }
    }
}
