import BudgetDomain
import BudgetOperations
import Foundation
import QuickBooksDesktop
import QuickBooksEmulators

/// The emulated bookkeeper's machine: a company file, and the Web Connector that polls the server for it.
struct DemoQuickBooks {
    let file: CompanyFile
    let connector: WebConnector

    static let incomeAccount = "Construction Income"
    static let expenseAccount = "Job Expenses"

    static func connect(_ cast: DemoCast, of plumbline: Plumbline, at server: URL) async throws -> DemoQuickBooks {
        let added = try await plumbline.addConnection(to: cast.company.id, by: .commandLine)
        let address = try PublicAddress.read(server.absoluteString)
        guard let fileID = ExternalGUID(added.connection.fileID), let service = URL(string: address.service) else {
            throw DemoProblem(sentence: "The new connection has no address or file id.")
        }
        let qwc = QWCFile(
            companyName: cast.company.name, userName: added.connection.userName, fileID: fileID, address: address)
        // Its times stand beside Plumbline's own.
        let file = CompanyFile(name: cast.company.name) { [clock = plumbline.clock] in
            "\(clock.now().iso.prefix(19))+00:00"
        }
        try furnish(file)
        let connector = WebConnector(
            account: try ConnectorAccount(qwc: qwc.bytes, password: added.password), company: file,
            transport: HTTPTransport.post(to: service))
        return DemoQuickBooks(file: file, connector: connector)
    }

    /// What a firm's file has before Plumbline comes.
    private static func furnish(_ file: CompanyFile) throws {
        _ = try file.addAccount(incomeAccount, type: "Income")
        _ = try file.addAccount(expenseAccount, type: "CostOfGoodsSold")
        _ = try file.addCustomer(DemoCast.customer)
        for name in jobsFromBefore { _ = try file.addCustomer(name) }
    }

    /// Jobs that the bookkeeper made before there was a project for them, and a customer without jobs.
    private static let jobsFromBefore = ["\(DemoCast.customer):Old Mill Warehouse", "Small works"]

    /// One run of the Web Connector; it has to end well.
    /// - Returns: how many calls it made.
    @discardableResult
    func run() async throws -> Int {
        let report = await connector.poll()
        switch report.outcome {
        case .finished, .nothingToDo: return report.calls.count
        case .notValidUser, .busy, .quickBooksUnavailable, .stoppedByService, .versionRefused, .died, .unreachable,
            .unreadable, .tooManyCalls:
            let said = report.lastError.map { ", " + $0 } ?? ""
            throw DemoProblem(sentence: "The Web Connector's run ended with \(report.outcome)\(said).")
        }
    }

    func estimates(of project: DemoProject) -> [EstimateSnapshot] {
        file.estimates.filter { $0.customer == "\(DemoCast.customer):\(project.name)" }
    }
}
