import QBXML
import QuickBooksEmulators
import Testing

@Suite struct ConnectorFaultTests {
    private struct Run {
        let file: CompanyFile
        let service: ScriptedServer
        let connector: WebConnector
    }

    private func run(_ fault: ConnectorFault, _ answers: [SOAPMethod: [String]] = [:]) throws -> Run {
        let file = try Acme.file()
        let service = ScriptedServer([.sendRequestXML: [try WebConnectorTests.write()]].merging(answers) { $1 })
        let connector = WebConnector(
            account: WebConnectorTests.account, company: file, transport: service.transport, faults: [fault])
        return Run(file: file, service: service, connector: connector)
    }

    @Test func `a lost answer leaves the estimate in QuickBooks, and the same set again finds it`() async throws {
        let run = try run(ConnectorFault(.method(.sendRequestXML), .loseAnswer))

        let first = await run.connector.poll()
        #expect(first.outcome == .died)
        #expect(first.methods.last == .sendRequestXML)
        #expect(run.file.executedWrites == 1)

        #expect(await run.connector.poll().outcome == .finished)
        #expect(run.file.executedWrites == 1)
        #expect(try run.file.cents() == [100])
    }

    @Test func `a lost request leaves nothing`() async throws {
        let run = try run(ConnectorFault(.method(.sendRequestXML), .loseRequest))

        #expect(await run.connector.poll().outcome == .died)
        #expect(run.file.executedWrites == 0)
        #expect(await run.connector.poll().outcome == .finished)
        #expect(run.file.executedWrites == 1)
    }

    @Test func `a call is repeated byte for byte`() async throws {
        let run = try run(ConnectorFault(.method(.receiveResponseXML), .repeatCall))

        let report = await run.connector.poll()

        let bodies = run.service.asked.filter { $0.method == .receiveResponseXML }.map(\.body)
        #expect(bodies.count == 2)
        #expect(bodies.first == bodies.last)
        #expect(report.outcome == .finished)
        #expect(run.file.executedWrites == 1)
    }

    @Test(arguments: 1...6)
    func `the connector dies before or after any call and starts anew`(number: Int) async throws {
        for (effect, heard) in [(ConnectorFault.Effect.dieBefore, number - 1), (.dieAfter, number)] {
            let run = try run(ConnectorFault(.call(number), effect))

            let first = await run.connector.poll()
            #expect(first.outcome == .died)
            #expect(run.service.asked.count == heard)

            let second = await run.connector.poll()
            #expect(second.outcome == .finished)
            #expect(second.methods.first == .serverVersion)
            #expect(second.calls.first?.number == number + 1)
            #expect(run.file.executedWrites == 1)
        }
    }

    @Test(arguments: [(true, 1), (false, 0)])
    func `QuickBooks reports an error instead of its answer`(executed: Bool, writes: Int) async throws {
        let fault = ConnectorFault.Effect.comFault(
            hresult: "0x80040414", message: "A modal dialog box is showing.", executed: executed)
        let run = try run(ConnectorFault(.method(.sendRequestXML), fault))

        _ = await run.connector.poll()

        let body = try #require(run.service.asked.first { $0.method == .receiveResponseXML }?.body)
        #expect(
            body.contains(
                "<response /><hresult>0x80040414</hresult><message>A modal dialog box is showing.</message>"))
        #expect(run.file.executedWrites == writes)
    }

    @Test func `QuickBooks closed and a file in single-user mode are connection errors`() async throws {
        let run = try run(ConnectorFault(.call(9_999), .dieBefore))

        await run.connector.setQuickBooks(.closed)
        let closed = await run.connector.poll()
        await run.connector.setQuickBooks(.singleUser)
        let singleUser = await run.connector.poll()

        #expect(closed.outcome == .quickBooksUnavailable(hresult: "0x80040408"))
        #expect(closed.methods.suffix(2) == [.connectionError, .closeConnection])
        #expect(singleUser.outcome == .quickBooksUnavailable(hresult: "0x80040410"))
        #expect(run.file.executedWrites == 0)
    }

    @Test func `another company file shows another identity`() async throws {
        let run = try run(ConnectorFault(.call(9_999), .dieBefore))
        let other = CompanyFile(name: "Other", path: #"C:\Other.QBW"#)
        await run.connector.setQuickBooks(.otherFile(other))

        _ = await run.connector.poll()

        let body = try #require(run.service.asked.first { $0.method == .sendRequestXML }?.body)
        #expect(body.contains("&lt;CompanyName&gt;Other&lt;/CompanyName&gt;"))
        #expect(!body.contains(Acme.fileID))
        #expect(run.file.executedWrites == 0)
    }

    @Test func `the service may name the file to try next`() async throws {
        let run = try run(
            ConnectorFault(.call(9_999), .dieBefore),
            [.authenticate: [strings("T", #"C:\Wrong.QBW"#)], .connectionError: [#"C:\Acme.QBW"#]])

        let report = await run.connector.poll()

        #expect(report.methods.dropFirst(3).prefix(2) == [.connectionError, .sendRequestXML])
        #expect(report.outcome == .finished)
    }
}
