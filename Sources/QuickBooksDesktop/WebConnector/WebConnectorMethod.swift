/// The calls of the Web Connector, by the names that they have on the wire.
///
/// Source: QuickBooks Web Connector Programmer's Guide, chapters 2, 6, 8 and 10.
package enum WebConnectorMethod: String, CaseIterable, Sendable {
    case serverVersion
    case clientVersion
    case authenticate
    case sendRequestXML
    case receiveResponseXML
    case connectionError
    case getLastError
    case closeConnection
    case getInteractiveURL
    case interactiveRejected
    case interactiveDone
    /// What Intuit's own sample service calls `interactiveDone`.
    case isInteractiveDone
}

/// What both sides of the SOAP binding have agreed on: SOAP 1.1, document/literal, wrapped.
package enum SOAPBinding {
    package static let contentType = "text/xml; charset=utf-8"
    package static let namespace = "http://developer.intuit.com/"
    static let envelopeNamespace = "http://schemas.xmlsoap.org/soap/envelope/"

    /// Bytes of one request. The answer to a query over a large company file is the longest.
    package static let bodyLimit = 64 << 20
    /// Bytes of any parameter that is not a qbXML document.
    package static let parameterLimit = 8 << 10
}
