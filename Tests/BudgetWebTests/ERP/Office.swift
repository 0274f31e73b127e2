import BudgetDomain
import BudgetOperations
import Foundation
import QuickBooksDesktop
import QuickBooksEmulators

/// What stands beside a running site for the pages of ERP Integrations: QuickBooks with a Web Connector that reaches
/// the site without a network, a project manager who sends and an approver who accepts.
struct Office: Sendable {
    let site: RunningSite
    let books = CompanyFile()
    let manager: Person
    /// ERP Integrations Admin with *Can Push to Accounting*.
    let approver: Person
    private let account: ConnectorAccount

    var plumbline: Plumbline { site.plumbline }
    var company: ID<Company> { site.company.id }

    init(_ site: RunningSite) async throws {
        self.site = site
        manager = try await site.hire("Mia", "project manager")
        _ = try await site.hire("Ben", "administrator")
        approver = try await site.plumbline.grantAccountingPrivilege(
            to: "ben@halvorsen.example", in: site.company.id, by: .commandLine)
        let added = try await site.plumbline.addConnection(to: site.company.id, by: .commandLine)
        account = ConnectorAccount(
            userName: added.connection.userName, password: added.password, ownerID: QWCFile.ownerID,
            fileID: "{\(added.connection.fileID)}")
        try Self.furnish(books)
    }

    /// What a company file needs before anything can be exported to it.
    static func furnish(_ books: CompanyFile) throws {
        _ = try books.addAccount("Construction Income", type: "Income")
        _ = try books.addAccount("Job Expenses", type: "CostOfGoodsSold")
        _ = try books.addCustomer("Harbour Health")
    }

    /// One call of the Web Connector, with all that follows from it.
    /// - Parameters:
    ///   - other: a connection or a company file other than those of the beginning.
    ///   - quickBooks: what it finds when it opens QuickBooks.
    @discardableResult
    func poll(
        as other: ConnectorAccount? = nil, with otherBooks: CompanyFile? = nil,
        finding quickBooks: QuickBooksState = .open
    ) async -> PollReport {
        let conversation = WebConnectorConversation(plumbline: plumbline, version: "test")
        let connector = WebConnector(
            account: other ?? account, company: otherBooks ?? books,
            transport: { call in
                try await conversation.answer(SOAPRequest(reading: call.body), from: "192.0.2.7").bytes
            })
        await connector.setQuickBooks(quickBooks)
        return await connector.poll()
    }

    /// The same through the site's own port, as a Web Connector on this machine calls.
    func pollOverTheNetwork() async throws {
        guard let url = URL(string: "http://127.0.0.1:\(site.port)/qbwc") else { throw OfficeProblem(text: "no URL") }
        let connector = WebConnector(
            account: account, company: books, transport: HTTPTransport.post(to: url, timeoutSeconds: 60))
        _ = await connector.poll()
    }

    /// A project with a budget, synced lists, and the budget sent.
    func sendBudget(of number: String = "2001", name: String = "Mill Road", _ csv: String = Office.budget) async throws
    {
        _ = try await plumbline.addProject(
            to: company, number: number, name: name, isERPIntegrated: true, by: .commandLine)
        let imported = try await plumbline.importBudget(
            file: Array(csv.utf8), overrides: [:], addsCostCodes: true, into: number, in: company, by: manager.id)
        guard case .imported = imported else { throw OfficeProblem(text: "\(imported)") }
        try await requestLists(for: number)
        await poll()
        try await plumbline.lockBudget(of: number, in: company, by: manager.id)
        _ = try await plumbline.sendBudgetToERP(of: number, in: company, by: manager.id)
    }

    /// Asks for the project's job and for every cost code.
    func requestLists(for number: String = "2001") async throws {
        try await plumbline.requestJob(
            .createUnder(customer: "Harbour Health"), for: number, in: company, by: approver.id)
        let items = ItemRequest(incomeAccount: "Construction Income", expenseAccount: "Job Expenses")
        do {
            _ = try await plumbline.requestItems(items, codes: nil, in: company, by: approver.id)
        } catch let refused as Refused where refused.refusals == [.costCodesAreAlreadySynced] {
            // An earlier budget had them.
        }
    }

    func accept(_ number: String = "2001") async throws {
        _ = try await plumbline.acceptExport(of: number, in: company, by: approver.id)
        await poll()
    }

    func state(of number: String = "2001") async throws -> ExportState.Name? {
        try await plumbline.exports(of: company, by: approver.id)
            .first { $0.projectNumber == number }?.export.state.name
    }

    /// Signed in as the approver.
    func approversBrowser() async throws -> Browser {
        let browser = Browser(site)
        _ = try await browser.signIn("ben")
        return browser
    }

    /// Three lines on two cost codes: 169,249.50 in all.
    static let budget = """
        Cost Code,Cost Type,Description,Original Budget Amount
        03-100,Labor,Footings & walls,"120,000.25"
        03-100,Materials,Ready-mix,40250.00
        09-900,Other,Allowance given back,"(1,000.75)"
        09-900,Labor,Painting,10000
        """
}

struct OfficeProblem: Error {
    let text: String
}

extension RunningSite {
    /// Somebody in the directory, with the password of all.
    func hire(_ name: String, _ template: String) async throws -> Person {
        let email = "\(name.lowercased())@halvorsen.example"
        let person = try await plumbline.addPerson(
            to: company.id, name: name, email: email, template: template, by: .commandLine)
        let link = try await plumbline.makeSignInLink(.invitation, for: email, in: company.id, by: .commandLine)
        try await plumbline.setPassword(Self.password, byLink: link.secret)
        return person
    }
}
