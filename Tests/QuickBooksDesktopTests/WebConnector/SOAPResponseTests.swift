import Testing

@testable import QuickBooksDesktop

/// The shape of each answer is one that .NET, zeep and PHP were seen to accept.
@Suite struct SOAPResponseTests {
    private static let document =
        #"<?xml version="1.0" encoding="utf-8"?><?qbxml version="13.0"?><QBXML><A>A &amp; B &#233;</A></QBXML>"#

    @Test(arguments: [
        (
            SOAPResponse.serverVersion("1.0.0"),
            #"<serverVersionResponse xmlns="http://developer.intuit.com/">"#
                + "<serverVersionResult>1.0.0</serverVersionResult></serverVersionResponse>"
        ),
        (
            .clientVersion(""),
            #"<clientVersionResponse xmlns="http://developer.intuit.com/">"#
                + "<clientVersionResult></clientVersionResult></clientVersionResponse>"
        ),
        (
            .authenticate(AuthenticateAnswer(ticket: "8f0c", .useOpenFile)),
            #"<authenticateResponse xmlns="http://developer.intuit.com/"><authenticateResult>"#
                + "<string>8f0c</string><string></string></authenticateResult></authenticateResponse>"
        ),
        (
            .authenticate(AuthenticateAnswer(ticket: "8f0c", .notAValidUser)),
            #"<authenticateResponse xmlns="http://developer.intuit.com/"><authenticateResult>"#
                + "<string>8f0c</string><string>nvu</string></authenticateResult></authenticateResponse>"
        ),
        (
            .authenticate(AuthenticateAnswer(ticket: "8f0c", .nothingToDo, minimumRunSeconds: 300)),
            #"<authenticateResponse xmlns="http://developer.intuit.com/"><authenticateResult>"#
                + "<string>8f0c</string><string>none</string><string>0</string><string>300</string>"
                + "</authenticateResult></authenticateResponse>"
        ),
        (
            .authenticate(AuthenticateAnswer(ticket: "8f0c", .useFile(path: #"C:\a&b.qbw"#), postponeSeconds: 60)),
            #"<authenticateResponse xmlns="http://developer.intuit.com/"><authenticateResult>"#
                + #"<string>8f0c</string><string>C:\a&amp;b.qbw</string><string>60</string>"#
                + "</authenticateResult></authenticateResponse>"
        ),
        (
            .authenticate(AuthenticateAnswer(ticket: "8f0c", .busy)),
            #"<authenticateResponse xmlns="http://developer.intuit.com/"><authenticateResult>"#
                + "<string>8f0c</string><string>busy</string></authenticateResult></authenticateResponse>"
        ),
        (
            .sendRequestXML(Array(document.utf8)),
            #"<sendRequestXMLResponse xmlns="http://developer.intuit.com/"><sendRequestXMLResult>"#
                + "&lt;?xml version=&quot;1.0&quot; encoding=&quot;utf-8&quot;?&gt;"
                + "&lt;?qbxml version=&quot;13.0&quot;?&gt;&lt;QBXML&gt;&lt;A&gt;A &amp;amp; B &amp;#233;"
                + "&lt;/A&gt;&lt;/QBXML&gt;</sendRequestXMLResult></sendRequestXMLResponse>"
        ),
        (
            .receiveResponseXML(50),
            #"<receiveResponseXMLResponse xmlns="http://developer.intuit.com/">"#
                + "<receiveResponseXMLResult>50</receiveResponseXMLResult></receiveResponseXMLResponse>"
        ),
        (
            .connectionError("done"),
            #"<connectionErrorResponse xmlns="http://developer.intuit.com/">"#
                + "<connectionErrorResult>done</connectionErrorResult></connectionErrorResponse>"
        ),
        (
            .getLastError("NoOp"),
            #"<getLastErrorResponse xmlns="http://developer.intuit.com/">"#
                + "<getLastErrorResult>NoOp</getLastErrorResult></getLastErrorResponse>"
        ),
        (
            .closeConnection("OK “é”"),
            #"<closeConnectionResponse xmlns="http://developer.intuit.com/">"#
                + "<closeConnectionResult>OK &#8220;&#233;&#8221;</closeConnectionResult></closeConnectionResponse>"
        ),
        (
            .getInteractiveURL("u"),
            #"<getInteractiveURLResponse xmlns="http://developer.intuit.com/">"#
                + "<getInteractiveURLResult>u</getInteractiveURLResult></getInteractiveURLResponse>"
        ),
        (
            .interactiveRejected("r"),
            #"<interactiveRejectedResponse xmlns="http://developer.intuit.com/">"#
                + "<interactiveRejectedResult>r</interactiveRejectedResult></interactiveRejectedResponse>"
        ),
        (
            .interactiveDone("Done"),
            #"<interactiveDoneResponse xmlns="http://developer.intuit.com/">"#
                + "<interactiveDoneResult>Done</interactiveDoneResult></interactiveDoneResponse>"
        ),
        (
            .isInteractiveDone("DONE"),
            #"<isInteractiveDoneResponse xmlns="http://developer.intuit.com/">"#
                + "<isInteractiveDoneResult>DONE</isInteractiveDoneResult></isInteractiveDoneResponse>"
        ),
    ])
    func `an answer has exactly these bytes`(response: SOAPResponse, body: String) {
        let expected = String(decoding: SOAPBody.enveloped(body), as: UTF8.self)
        #expect(String(decoding: response.bytes, as: UTF8.self) == expected)
    }
}
