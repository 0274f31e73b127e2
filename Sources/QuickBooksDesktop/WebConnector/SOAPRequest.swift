internal import MarkupBytes

/// One call of the Web Connector. A parameter that is absent or empty is the empty text, or 0.
package enum SOAPRequest: Hashable, Sendable {
    case serverVersion
    case clientVersion(version: String)
    case authenticate(userName: String, password: String)
    case sendRequestXML(SendRequest)
    case receiveResponseXML(ReceivedResponse)
    case connectionError(ticket: String, hresult: String, message: String)
    case getLastError(ticket: String)
    case closeConnection(ticket: String)
    case getInteractiveURL(ticket: String, sessionID: String)
    case interactiveRejected(ticket: String, reason: String)
    case interactiveDone(ticket: String)
    case isInteractiveDone(ticket: String)

    /// "What shall I ask QuickBooks?"
    package struct SendRequest: Hashable, Sendable {
        package var ticket: String
        /// QuickBooks' answer about host, company and preferences, in UTF-8; only the first call of a session has it.
        package var hcpResponse: [UInt8]
        /// The path of the open company file.
        package var companyFile: String
        /// `US`, `CA`, `UK` or `AU`.
        package var country: String
        /// The highest qbXML version that QuickBooks speaks.
        package var majorVersion: Int
        package var minorVersion: Int

        package init(
            ticket: String, hcpResponse: [UInt8], companyFile: String, country: String, majorVersion: Int,
            minorVersion: Int
        ) {
            self.ticket = ticket
            self.hcpResponse = hcpResponse
            self.companyFile = companyFile
            self.country = country
            self.majorVersion = majorVersion
            self.minorVersion = minorVersion
        }
    }

    /// "This is what QuickBooks said", or why it said nothing.
    package struct ReceivedResponse: Hashable, Sendable {
        package var ticket: String
        /// The qbXML answer in UTF-8, whatever its own declaration claims; empty when `hresult` is not.
        package var response: [UInt8]
        package var hresult: String
        package var message: String

        package init(ticket: String, response: [UInt8], hresult: String, message: String) {
            self.ticket = ticket
            self.response = response
            self.hresult = hresult
            self.message = message
        }
    }

    package var method: WebConnectorMethod {
        switch self {
        case .serverVersion: .serverVersion
        case .clientVersion: .clientVersion
        case .authenticate: .authenticate
        case .sendRequestXML: .sendRequestXML
        case .receiveResponseXML: .receiveResponseXML
        case .connectionError: .connectionError
        case .getLastError: .getLastError
        case .closeConnection: .closeConnection
        case .getInteractiveURL: .getInteractiveURL
        case .interactiveRejected: .interactiveRejected
        case .interactiveDone: .interactiveDone
        case .isInteractiveDone: .isInteractiveDone
        }
    }

    /// The session's ticket; nil before there is a session.
    package var ticket: String? {
        switch self {
        case .serverVersion, .clientVersion, .authenticate: nil
        case .sendRequestXML(let call): call.ticket
        case .receiveResponseXML(let call): call.ticket
        case .connectionError(let ticket, _, _), .getLastError(let ticket), .closeConnection(let ticket),
            .getInteractiveURL(let ticket, _), .interactiveRejected(let ticket, _), .interactiveDone(let ticket),
            .isInteractiveDone(let ticket):
            ticket
        }
    }
}

extension SOAPRequest {
    /// Reads the body of an HTTP request. The method is known by its local name: proxies drop the SOAPAction header,
    /// and clients differ in their prefixes.
    package init(reading body: [UInt8]) throws(SOAPRequestFault) {
        let handler = SOAPRequestHandler()
        let limits = XMLLimits(totalBytes: SOAPBinding.bodyLimit, depth: 16, textBytes: SOAPBinding.bodyLimit)
        do {
            try XMLReader.read(body, limits: limits, handler: handler)
        } catch let fault as XMLFault {
            throw .notXML(fault)
        } catch let fault as SOAPRequestFault {
            throw fault
        } catch {
            throw .notAnEnvelope
        }
        guard let method = handler.method else { throw .noMethod }
        try self.init(method, SOAPParameters(method: method, values: handler.values))
    }

    private init(_ method: WebConnectorMethod, _ given: SOAPParameters) throws(SOAPRequestFault) {
        switch method {
        case .serverVersion:
            self = .serverVersion
        case .clientVersion:
            self = .clientVersion(version: given.text("strVersion"))
        case .authenticate:
            self = .authenticate(userName: given.text("strUserName"), password: given.text("strPassword"))
        case .sendRequestXML:
            self = .sendRequestXML(try SendRequest(given))
        case .receiveResponseXML:
            self = .receiveResponseXML(ReceivedResponse(given))
        case .connectionError:
            self = .connectionError(
                ticket: given.text("ticket"), hresult: given.text("hresult"), message: given.text("message"))
        case .getLastError:
            self = .getLastError(ticket: given.text("ticket"))
        case .closeConnection:
            self = .closeConnection(ticket: given.text("ticket"))
        case .getInteractiveURL:
            self = .getInteractiveURL(ticket: given.text("wcTicket"), sessionID: given.text("sessionID"))
        case .interactiveRejected:
            self = .interactiveRejected(ticket: given.text("wcTicket"), reason: given.text("reason"))
        case .interactiveDone:
            self = .interactiveDone(ticket: given.text("wcTicket"))
        case .isInteractiveDone:
            self = .isInteractiveDone(ticket: given.text("wcTicket"))
        }
    }
}

extension SOAPRequest.SendRequest {
    fileprivate init(_ given: SOAPParameters) throws(SOAPRequestFault) {
        self.init(
            ticket: given.text("ticket"), hcpResponse: given.bytes("strHCPResponse"),
            companyFile: given.text("strCompanyFileName"), country: given.text("qbXMLCountry"),
            majorVersion: try given.integer("qbXMLMajorVers"), minorVersion: try given.integer("qbXMLMinorVers"))
    }
}

extension SOAPRequest.ReceivedResponse {
    fileprivate init(_ given: SOAPParameters) {
        self.init(
            ticket: given.text("ticket"), response: given.bytes("response"), hresult: given.text("hresult"),
            message: given.text("message"))
    }
}
