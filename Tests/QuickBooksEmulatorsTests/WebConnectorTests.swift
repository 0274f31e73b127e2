import QBXML
import QuickBooksEmulators
import Testing

@Suite struct WebConnectorTests {
    static let account = ConnectorAccount(
        userName: "u", password: "p&<", ownerID: Acme.ownerID, fileID: Acme.fileID)

    /// The only write of these tests: one estimate under the message-set id X.
    static func write() throws -> String {
        let add = QBXMLRequest(Acme.estimate([Acme.line("03-100", cents: 100)]))
        return escaped(try QBXMLRequestSet(newMessageSetID: "X", requests: [add]).encoded())
    }

    private func connector(
        _ file: CompanyFile, _ service: ScriptedServer, _ faults: ConnectorFault...
    ) -> WebConnector {
        WebConnector(account: Self.account, company: file, transport: service.transport, faults: faults)
    }

    @Test func `a poll with work makes all calls in order`() async throws {
        let file = try Acme.file()
        let service = ScriptedServer([.sendRequestXML: [try Self.write()], .receiveResponseXML: ["50", "100"]])

        let report = await connector(file, service).poll()

        #expect(
            report.methods == [
                .serverVersion, .clientVersion, .authenticate, .sendRequestXML, .receiveResponseXML, .sendRequestXML,
                .receiveResponseXML, .closeConnection,
            ])
        #expect(report.calls.map(\.number) == [1, 2, 3, 4, 5, 6, 7, 8])
        #expect(report.percentages == [50, 100])
        #expect(report.closing == "OK")
        #expect(report.outcome == .finished)
        #expect(try file.cents() == [100])
    }

    @Test func `the calls are what the .NET stack writes`() async throws {
        let service = ScriptedServer([.sendRequestXML: [""]])
        _ = await connector(try Acme.file(), service).poll()
        let head =
            #"<?xml version="1.0" encoding="utf-8"?>"#
            + #"<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" "#
            + #"xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" "#
            + #"xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soap:Body>"#

        #expect(
            service.asked.prefix(3).map(\.body) == [
                head + #"<serverVersion xmlns="http://developer.intuit.com/" /></soap:Body></soap:Envelope>"#,
                head + #"<clientVersion xmlns="http://developer.intuit.com/"><strVersion>2.3.0.215</strVersion>"#
                    + "</clientVersion></soap:Body></soap:Envelope>",
                head + #"<authenticate xmlns="http://developer.intuit.com/"><strUserName>u</strUserName>"#
                    + "<strPassword>p&amp;&lt;</strPassword></authenticate></soap:Body></soap:Envelope>",
            ])
        #expect(SOAPMethod.authenticate.action == #""http://developer.intuit.com/authenticate""#)
    }

    @Test func `host, company and preferences come with the first request only`() async throws {
        let service = ScriptedServer([.sendRequestXML: [try Self.write()], .receiveResponseXML: ["50", "100"]])

        _ = await connector(try Acme.file(), service).poll()

        let bodies = service.asked.filter { $0.method == .sendRequestXML }.map(\.body)
        #expect(bodies.map { $0.contains(Acme.fileID) } == [true, false])
        #expect(bodies.map { $0.contains("<strHCPResponse />") } == [false, true])
        #expect(bodies.map { $0.contains("&lt;HostQueryRs requestID=\"0\"") } == [true, false])
    }

    @Test(arguments: [
        (strings("T", "none", "60", "300"), PollReport.Outcome.nothingToDo, [SOAPMethod.closeConnection]),
        (strings("T", "nvu"), .notValidUser, []),
        (strings("T", "busy"), .busy, []),
        ("", .unreadable("QBWC1012: authenticate answered 0 strings"), []),
    ])
    func `authenticate may end the poll`(
        answer: String, outcome: PollReport.Outcome, more: [SOAPMethod]
    ) async throws {
        let report = await connector(try Acme.file(), ScriptedServer([.authenticate: [answer]])).poll()

        #expect(report.outcome == outcome)
        #expect(report.methods == [.serverVersion, .clientVersion, .authenticate] + more)
        #expect(report.minimumRunSeconds == (outcome == .nothingToDo ? 300 : nil))
    }

    @Test func `an empty request asks for the last error, and NoOp goes on`() async throws {
        let service = ScriptedServer([
            .sendRequestXML: ["", try Self.write()], .getLastError: ["NoOp"],
        ])

        let report = await connector(try Acme.file(), service).poll()

        #expect(
            report.methods.dropFirst(3) == [
                .sendRequestXML, .getLastError, .sendRequestXML, .receiveResponseXML, .closeConnection,
            ])
        #expect(report.outcome == .finished)
    }

    @Test func `a negative answer asks why and closes`() async throws {
        let service = ScriptedServer([
            .sendRequestXML: [try Self.write()], .receiveResponseXML: ["-1"], .getLastError: ["Wrong file"],
        ])

        let report = await connector(try Acme.file(), service).poll()

        #expect(report.methods.suffix(3) == [.receiveResponseXML, .getLastError, .closeConnection])
        #expect(report.lastError == "Wrong file")
        #expect(report.outcome == .stoppedByService)
    }

    @Test func `a request that QuickBooks cannot read is reported with its hresult`() async throws {
        let service = ScriptedServer([.sendRequestXML: ["&lt;QBXML/&gt;"]])

        _ = await connector(try Acme.file(), service).poll()

        let body = try #require(service.asked.first { $0.method == .receiveResponseXML }?.body)
        #expect(body.contains("<response /><hresult>0x80040400</hresult><message>QuickBooks found an error"))
    }

    @Test func `an answer in a wrong namespace is zero for ever, until the bound`() async throws {
        let wrong =
            #"<?xml version="1.0"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">"#
            + "<soap:Body><receiveResponseXMLResponse><receiveResponseXMLResult>100</receiveResponseXMLResult>"
            + "</receiveResponseXMLResponse></soap:Body></soap:Envelope>"
        let service = ScriptedServer([.sendRequestXML: ["x"], .receiveResponseXML: [wrong]])

        let report = await connector(try Acme.file(), service).poll()

        #expect(report.outcome == .tooManyCalls)
        #expect(report.calls.count == 10_000)
        #expect(Set(report.percentages) == [0])
    }

    @Test func `whitespace in a result counts and whitespace before the document is an error`() async throws {
        let file = try Acme.file()

        let pretty = await connector(file, ScriptedServer([.clientVersion: ["\n"].map { "E" + $0 }])).poll()
        let early = await connector(file, ScriptedServer([.serverVersion: ["\n<?xml version=\"1.0\"?><a/>"]])).poll()

        #expect(pretty.outcome == .versionRefused("E\n"))
        guard case .unreadable(let sentence) = early.outcome else { throw Unexpected() }
        #expect(sentence.hasPrefix("Response is not well-formed XML"))
    }

    @Test func `a service that is not there is unreachable`() async throws {
        struct Refused: Error {}
        let connector = WebConnector(account: Self.account, company: try Acme.file()) { _ in throw Refused() }

        let report = await connector.poll()

        #expect(report.outcome == .unreachable("Refused()"))
        #expect(report.methods == [.serverVersion])
    }

    @Test func `a qwc file gives the account`() throws {
        let qwc =
            "<?xml version=\"1.0\"?><QBWCXML><AppURL>http://localhost:8080/qbwc</AppURL><UserName>u</UserName>"
            + "<OwnerID>\(Acme.ownerID)</OwnerID><FileID>\(Acme.fileID)</FileID><Scheduler><RunEveryNMinutes>5"
            + "</RunEveryNMinutes></Scheduler></QBWCXML>"

        let account = try ConnectorAccount(qwc: Array(qwc.utf8), password: "p&<")

        var expected = Self.account
        expected.appURL = "http://localhost:8080/qbwc"
        #expect(account == expected)
    }
}
