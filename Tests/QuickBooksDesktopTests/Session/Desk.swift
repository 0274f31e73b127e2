import BudgetDomain
import BudgetOperations
import Logging
import SQLDatabase
import Synchronization

@testable import QuickBooksDesktop

/// An accepted budget of two lines, 120.25 and -20.00, and the conversation that takes it to QuickBooks.
struct Desk: Sendable {
    let conversation: WebConnectorConversation
    let plumbline: Plumbline
    let company: ID<Company>
    let approver: ID<Person>
    let userName: String
    let password: String
    let fileID: String

    init() async throws {
        let drawn = Mutex(0)
        plumbline = Plumbline(
            database: try Database.openInMemory(), clock: Clock { Sample.start },
            randomness: Randomness { count in
                var rest = drawn.withLock { number in
                    number += 1
                    return number
                }
                var bytes = [UInt8](repeating: 0, count: count)
                for index in bytes.indices.reversed() {
                    bytes[index] = UInt8(rest % 32)
                    rest /= 32
                }
                return bytes
            }, log: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        conversation = WebConnectorConversation(plumbline: plumbline, version: "1.0")
        try await plumbline.migrate()
        let company = try await plumbline.addCompany(name: "Acme Builders", currency: .usd).id
        self.company = company
        _ = try await plumbline.addPerson(
            to: company, name: "Ben", email: "ben@acme.example", template: "accounting approver", by: .commandLine)
        let ben = try await plumbline.grantAccountingPrivilege(to: "ben@acme.example", in: company, by: .commandLine).id
        approver = ben
        let mia = try await plumbline.addPerson(
            to: company, name: "Mia", email: "mia@acme.example", template: "project manager", by: .commandLine
        ).id
        _ = try await plumbline.addProject(
            to: company, number: "1001", name: "Clinic", isERPIntegrated: true, by: .commandLine)
        let made = try await plumbline.addConnection(to: company, by: .commandLine)
        (userName, password, fileID) = (made.connection.userName, made.password, made.connection.fileID)
        _ = try await plumbline.addCostCodes(
            [CostCodeDraft(code: "03-100", title: "Formwork")], to: company, by: .commandLine)
        for (type, cents) in [("L", Int64(120_25)), ("M", -20_00)] {
            _ = try await plumbline.addLineItem(
                code: "03-100", costType: type, description: "Footings & café",
                amount: .manual(Money(minorUnits: cents, currency: .usd)),
                to: "1001", in: company, by: mia)
        }
        _ = try await plumbline.requestItems(
            ItemRequest(incomeAccount: "Income", expenseAccount: "Costs"), codes: nil, in: company, by: ben)
        try await plumbline.database.write(of: .everyCompany) { tx in
            try tx.execute("UPDATE projects SET sync_state = 'synced', list_id = 'J-1', full_name = 'Harbour:Clinic'")
            try tx.execute("UPDATE items SET sync_state = 'synced', list_id = 'I-1', full_name = '03-100'")
        }
        try await plumbline.lockBudget(of: "1001", in: company, by: mia)
        _ = try await plumbline.sendBudgetToERP(of: "1001", in: company, by: mia)
        _ = try await plumbline.acceptExport(of: "1001", in: company, by: ben)
    }

    func signIn() async throws -> String {
        let answer = try await conversation.answer(.authenticate(userName: userName, password: password))
        guard case .authenticate(let answer) = answer else { return "" }
        return answer.ticket
    }

    /// What the Web Connector says of the open file with its first call.
    var hello: String {
        """
        <?xml version="1.0"?><QBXML><QBXMLMsgsRs><CompanyQueryRs statusCode="0" statusSeverity="Info" \
        statusMessage="Status OK"><CompanyRet><CompanyName>Acme</CompanyName><DataExtRet>\
        <OwnerID>\(QWCFile.ownerID)</OwnerID><DataExtName>FileID</DataExtName>\
        <DataExtType>STR255TYPE</DataExtType><DataExtValue>{\(fileID)}</DataExtValue></DataExtRet></CompanyRet>\
        </CompanyQueryRs></QBXMLMsgsRs></QBXML>
        """
    }

    func send(_ ticket: String, hello: String = "") async throws -> String {
        let request = SOAPRequest.SendRequest(
            ticket: ticket, hcpResponse: Array(hello.utf8), companyFile: "C:\\Acme.QBW", country: "US",
            majorVersion: 16, minorVersion: 0)
        guard case .sendRequestXML(let bytes) = try await conversation.answer(.sendRequestXML(request)) else {
            return "?"
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    func receive(_ ticket: String, _ response: String, hresult: String = "") async throws -> Int {
        let answer = SOAPRequest.ReceivedResponse(
            ticket: ticket, response: Array(response.utf8), hresult: hresult, message: "")
        guard case .receiveResponseXML(let percent) = try await conversation.answer(.receiveResponseXML(answer)) else {
            return -2
        }
        return percent
    }

    func lastError(_ ticket: String) async throws -> String {
        guard case .getLastError(let text) = try await conversation.answer(.getLastError(ticket: ticket)) else {
            return ""
        }
        return text
    }

    func close(_ ticket: String) async throws -> String {
        guard case .closeConnection(let text) = try await conversation.answer(.closeConnection(ticket: ticket)) else {
            return ""
        }
        return text
    }

    func exportState() async throws -> String? {
        try await plumbline.database.read(of: .everyCompany) { tx in
            try tx.rows("SELECT state FROM exports").first?.text("state")
        }
    }
}
