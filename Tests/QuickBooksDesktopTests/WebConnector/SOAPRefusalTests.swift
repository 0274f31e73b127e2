import MarkupBytes
import Testing

@testable import QuickBooksDesktop

@Suite struct SOAPRefusalTests {
    private static let doctype = #"<!DOCTYPE x [<!ENTITY e "v">]><x/>"#
    private static let soap12 =
        #"<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body/></e:Envelope>"#

    @Test(arguments: [
        ("<html/>", SOAPRequestFault.notAnEnvelope),
        (soap12, .wrongSOAPVersion),
        ("<Envelope/>", .wrongSOAPVersion),
        (doctype, .notXML(XMLFault(line: 1, reason: .doctype))),
    ])
    func `a body that is no envelope is refused`(body: String, fault: SOAPRequestFault) {
        #expect(throws: fault) { try SOAPRequest(reading: Array(body.utf8)) }
    }

    @Test(arguments: [
        ("", SOAPRequestFault.noMethod),
        ("<dropTables/>", .unknownMethod("dropTables")),
        (
            "<getLastError><ticket>a</ticket><ticket>b</ticket></getLastError>",
            .badParameter(method: .getLastError, name: "ticket", problem: .repeated)
        ),
        (
            "<getLastError><ticket>a<b/>c</ticket></getLastError>",
            .badParameter(method: .getLastError, name: "ticket", problem: .hasElements)
        ),
        (
            "<sendRequestXML><qbXMLMajorVers>many</qbXMLMajorVers></sendRequestXML>",
            .badParameter(method: .sendRequestXML, name: "qbXMLMajorVers", problem: .notANumber)
        ),
        (
            "<sendRequestXML><qbXMLMajorVers>99999999999999999999</qbXMLMajorVers></sendRequestXML>",
            .badParameter(method: .sendRequestXML, name: "qbXMLMajorVers", problem: .notANumber)
        ),
    ])
    func `a call that is not of the contract is refused`(body: String, fault: SOAPRequestFault) {
        #expect(throws: fault) { try SOAPRequest(reading: SOAPBody.enveloped(body)) }
    }

    @Test func `an empty or half body is refused as no XML`() {
        let whole = SOAPBody.enveloped("<getLastError><ticket>a</ticket></getLastError>")
        for length in [0, 1, 60, whole.count - 1] {
            #expect(throws: SOAPRequestFault.self) { try SOAPRequest(reading: Array(whole.prefix(length))) }
        }
    }

    @Test func `a password longer than any is refused, and an answer as long is not`() throws {
        let long = String(repeating: "x", count: 9_000)

        let fault = SOAPRequestFault.badParameter(
            method: .authenticate, name: "strPassword", problem: .tooLong(limit: 8_192))
        #expect(throws: fault) {
            try SOAPRequest(
                reading: SOAPBody.enveloped("<authenticate><strPassword>\(long)</strPassword></authenticate>"))
        }
        let body = SOAPBody.enveloped("<receiveResponseXML><response>\(long)</response></receiveResponseXML>")
        let expected = SOAPRequest.ReceivedResponse(ticket: "", response: Array(long.utf8), hresult: "", message: "")
        #expect(try SOAPRequest(reading: body) == .receiveResponseXML(expected))
    }

    @Test func `a body beyond the limit is refused`() {
        let body = [UInt8](repeating: UInt8(ascii: " "), count: SOAPBinding.bodyLimit + 1)

        #expect(throws: SOAPRequestFault.self) { try SOAPRequest(reading: body) }
    }

    @Test func `an unknown method becomes a fault of the client`() {
        let fault = SOAPRequestFault.unknownMethod("a<b").soapFault

        let expected = SOAPBody.enveloped(
            "<soap:Fault><faultcode>soap:Client</faultcode>"
                + "<faultstring>This service has no method a&lt;b.</faultstring></soap:Fault>")
        #expect(String(decoding: fault.bytes, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
        #expect(SOAPFault.httpStatus == 500)
    }
}
