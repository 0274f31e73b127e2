internal import MarkupBytes

/// What we answer to a call. Each method has its own answer, because the client matches them by name and takes a wrong
/// one for nothing: a lost number reads as 0, and `receiveResponseXML` would be asked for ever.
package enum SOAPResponse: Hashable, Sendable {
    case serverVersion(String)
    /// Empty to go on; `W:text` to warn, `E:text` to stop, `O:version` to ask for an update.
    case clientVersion(String)
    case authenticate(AuthenticateAnswer)
    /// A whole qbXML request; empty makes the Web Connector ask `getLastError`.
    case sendRequestXML([UInt8])
    /// 0 to 99 is the percentage done, 100 the end, a negative number an error.
    case receiveResponseXML(Int)
    /// `done`, or the path of the company file to try next.
    case connectionError(String)
    /// Text for the status window, or `NoOp`: nothing now, ask again in five seconds.
    case getLastError(String)
    case closeConnection(String)
    case getInteractiveURL(String)
    case interactiveRejected(String)
    case interactiveDone(String)
    case isInteractiveDone(String)

    /// The body of the HTTP response. There is no whitespace between elements: the client would take it for content.
    package var bytes: [UInt8] {
        switch self {
        case .serverVersion(let text):
            Self.envelope("serverVersionResponse", "serverVersionResult", text)
        case .clientVersion(let text):
            Self.envelope("clientVersionResponse", "clientVersionResult", text)
        case .authenticate(let answer):
            Self.envelope("authenticateResponse", "authenticateResult") { xml in
                for string in answer.strings { xml.element("string", string) }
            }
        case .sendRequestXML(let document):
            Self.envelope(
                "sendRequestXMLResponse", "sendRequestXMLResult", String(decoding: document, as: UTF8.self))
        case .receiveResponseXML(let number):
            Self.envelope("receiveResponseXMLResponse", "receiveResponseXMLResult", String(number))
        case .connectionError(let text):
            Self.envelope("connectionErrorResponse", "connectionErrorResult", text)
        case .getLastError(let text):
            Self.envelope("getLastErrorResponse", "getLastErrorResult", text)
        case .closeConnection(let text):
            Self.envelope("closeConnectionResponse", "closeConnectionResult", text)
        case .getInteractiveURL(let text):
            Self.envelope("getInteractiveURLResponse", "getInteractiveURLResult", text)
        case .interactiveRejected(let text):
            Self.envelope("interactiveRejectedResponse", "interactiveRejectedResult", text)
        case .interactiveDone(let text):
            Self.envelope("interactiveDoneResponse", "interactiveDoneResult", text)
        case .isInteractiveDone(let text):
            Self.envelope("isInteractiveDoneResponse", "isInteractiveDoneResult", text)
        }
    }

    private static func envelope(_ response: StaticString, _ result: StaticString, _ text: String) -> [UInt8] {
        envelope(response, result, reserving: text.utf8.count) { $0.text(text) }
    }

    private static func envelope(
        _ response: StaticString, _ result: StaticString, reserving count: Int = 0,
        _ content: (inout XMLWriter) -> Void
    ) -> [UInt8] {
        SOAPEnvelope.bytes(reserving: count) { xml in
            xml.start(response)
            xml.attribute("xmlns", SOAPBinding.namespace)
            xml.start(result)
            content(&xml)
            xml.end()
            xml.end()
        }
    }
}

/// The answer to `authenticate`: an array of strings, of which the client reads four at most.
package struct AuthenticateAnswer: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        /// There is work for the company file that is open in QuickBooks.
        case useOpenFile
        case useFile(path: String)
        case nothingToDo
        case notAValidUser
        case busy
    }

    /// Also for an outcome that opens no session: the client expects a ticket first.
    package let ticket: String
    package let outcome: Outcome
    /// How long the Web Connector shall put this run off.
    package let postponeSeconds: Int?
    /// How often the Web Connector may run at most.
    package let minimumRunSeconds: Int?

    package init(ticket: String, _ outcome: Outcome, postponeSeconds: Int? = nil, minimumRunSeconds: Int? = nil) {
        self.ticket = ticket
        self.outcome = outcome
        self.postponeSeconds = postponeSeconds
        self.minimumRunSeconds = minimumRunSeconds
    }

    var strings: [String] {
        var strings = [ticket, outcome.word]
        if let postponeSeconds { strings.append(String(postponeSeconds)) }
        if let minimumRunSeconds {
            if postponeSeconds == nil { strings.append("0") }
            strings.append(String(minimumRunSeconds))
        }
        return strings
    }
}

extension AuthenticateAnswer.Outcome {
    fileprivate var word: String {
        switch self {
        case .useOpenFile: ""
        case .useFile(let path): path
        case .nothingToDo: "none"
        case .notAValidUser: "nvu"
        case .busy: "busy"
        }
    }
}
