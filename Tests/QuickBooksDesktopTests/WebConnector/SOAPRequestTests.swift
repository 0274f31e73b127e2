import MarkupBytes
import Testing

@testable import QuickBooksDesktop

/// The requests are byte for byte what the .NET client sends.
@Suite struct SOAPRequestTests {
    private static let calls: [(String, SOAPRequest)] = [
        (#"<serverVersion xmlns="http://developer.intuit.com/" />"#, .serverVersion),
        (
            #"<clientVersion xmlns="http://developer.intuit.com/"><strVersion>2.3.0.215</strVersion></clientVersion>"#,
            .clientVersion(version: "2.3.0.215")
        ),
        (
            #"<authenticate xmlns="http://developer.intuit.com/"><strUserName>u</strUserName>"#
                + "<strPassword>p&amp;&lt;</strPassword></authenticate>",
            .authenticate(userName: "u", password: "p&<")
        ),
        (
            #"<sendRequestXML xmlns="http://developer.intuit.com/"><ticket>8f0c</ticket>"#
                + "<strHCPResponse>&lt;?xml version=\"1.0\" ?&gt;&lt;QBXML /&gt;</strHCPResponse>"
                + #"<strCompanyFileName>C:\Files\Acme &amp; Söhne.QBW</strCompanyFileName>"#
                + "<qbXMLCountry>US</qbXMLCountry><qbXMLMajorVers>13</qbXMLMajorVers>"
                + "<qbXMLMinorVers>0</qbXMLMinorVers></sendRequestXML>",
            .sendRequestXML(
                .init(
                    ticket: "8f0c", hcpResponse: Array("<?xml version=\"1.0\" ?><QBXML />".utf8),
                    companyFile: #"C:\Files\Acme & Söhne.QBW"#, country: "US", majorVersion: 13, minorVersion: 0))
        ),
        (
            #"<sendRequestXML xmlns="http://developer.intuit.com/"><ticket>8f0c</ticket><strHCPResponse />"#
                + "</sendRequestXML>",
            .sendRequestXML(
                .init(
                    ticket: "8f0c", hcpResponse: [], companyFile: "", country: "", majorVersion: 0, minorVersion: 0))
        ),
        (
            #"<receiveResponseXML xmlns="http://developer.intuit.com/"><ticket>8f0c</ticket>"#
                + "<response>&lt;QBXML&gt;&lt;A&gt;x &amp;amp; y&lt;/A&gt;&lt;/QBXML&gt;</response>"
                + "<hresult /><message /></receiveResponseXML>",
            .receiveResponseXML(
                .init(
                    ticket: "8f0c", response: Array("<QBXML><A>x &amp; y</A></QBXML>".utf8), hresult: "", message: ""))
        ),
        (
            #"<receiveResponseXML xmlns="http://developer.intuit.com/"><ticket>8f0c</ticket><response />"#
                + "<hresult>0x80040400</hresult><message>QuickBooks found an error.</message></receiveResponseXML>",
            .receiveResponseXML(
                .init(ticket: "8f0c", response: [], hresult: "0x80040400", message: "QuickBooks found an error."))
        ),
        (
            #"<connectionError xmlns="http://developer.intuit.com/"><ticket>8f0c</ticket><hresult>0x80040408</hresult>"#
                + "<message>Could not start QuickBooks.</message></connectionError>",
            .connectionError(ticket: "8f0c", hresult: "0x80040408", message: "Could not start QuickBooks.")
        ),
        (
            #"<getLastError xmlns="http://developer.intuit.com/"><ticket>8f0c</ticket></getLastError>"#,
            .getLastError(ticket: "8f0c")
        ),
        (
            #"<closeConnection xmlns="http://developer.intuit.com/"><ticket>8f0c</ticket></closeConnection>"#,
            .closeConnection(ticket: "8f0c")
        ),
        (
            #"<getInteractiveURL xmlns="http://developer.intuit.com/"><wcTicket>8f0c</wcTicket>"#
                + "<sessionID>s</sessionID></getInteractiveURL>",
            .getInteractiveURL(ticket: "8f0c", sessionID: "s")
        ),
        (
            #"<interactiveRejected xmlns="http://developer.intuit.com/"><wcTicket>8f0c</wcTicket>"#
                + "<reason>later</reason></interactiveRejected>",
            .interactiveRejected(ticket: "8f0c", reason: "later")
        ),
        (
            #"<interactiveDone xmlns="http://developer.intuit.com/"><wcTicket>8f0c</wcTicket></interactiveDone>"#,
            .interactiveDone(ticket: "8f0c")
        ),
        (
            #"<isInteractiveDone xmlns="http://developer.intuit.com/"><wcTicket>8f0c</wcTicket></isInteractiveDone>"#,
            .isInteractiveDone(ticket: "8f0c")
        ),
    ]

    @Test(arguments: calls)
    func `a call of the Web Connector is read whole`(body: String, expected: SOAPRequest) throws {
        #expect(try SOAPRequest(reading: SOAPBody.enveloped(body)) == expected)
    }

    @Test func `every method of the contract is among the calls that are read`() {
        #expect(Set(Self.calls.map(\.1.method)) == Set(WebConnectorMethod.allCases))
    }

    @Test func `a call in RPC style with another prefix and typed parameters is read`() throws {
        let body = """
            <?xml version="1.0" encoding="UTF-8"?>
            <SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"
             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:ns1="http://developer.intuit.com/">
            <SOAP-ENV:Header><x><y>z</y></x></SOAP-ENV:Header>
            <SOAP-ENV:Body>
            <ns1:connectionError><ticket xsi:type="xsd:string">8f0c</ticket><hresult xsi:nil="true"/>
            </ns1:connectionError>
            </SOAP-ENV:Body></SOAP-ENV:Envelope>
            """
        let request = try SOAPRequest(reading: Array(body.utf8))

        #expect(request == .connectionError(ticket: "8f0c", hresult: "", message: ""))
        #expect(request.ticket == "8f0c")
    }

    @Test func `the answer may come as CDATA`() throws {
        let body = "<receiveResponseXML><response><![CDATA[<QBXML></QBXML>]]></response></receiveResponseXML>"

        let expected = SOAPRequest.ReceivedResponse(
            ticket: "", response: Array("<QBXML></QBXML>".utf8), hresult: "", message: "")
        #expect(try SOAPRequest(reading: SOAPBody.enveloped(body)) == .receiveResponseXML(expected))
    }
}

enum SOAPBody {
    static func enveloped(_ body: String) -> [UInt8] {
        Array(
            (#"<?xml version="1.0" encoding="utf-8"?>"#
                + #"<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" "#
                + #"xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" "#
                + #"xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soap:Body>"#
                + body + "</soap:Body></soap:Envelope>").utf8)
    }
}
