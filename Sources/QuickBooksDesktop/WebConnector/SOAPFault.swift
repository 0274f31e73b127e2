internal import MarkupBytes

/// The answer to what is not a call, or to one that we failed at. The Web Connector shows the text in its log.
package struct SOAPFault: Hashable, Sendable {
    /// SOAP 1.1 sends every fault with this status.
    package static let httpStatus = 500

    package enum Code: Hashable, Sendable {
        case client
        case server
        case versionMismatch
    }

    package let code: Code
    package let text: String

    package init(code: Code, text: String) {
        self.code = code
        self.text = text
    }

    package var bytes: [UInt8] {
        SOAPEnvelope.bytes { xml in
            xml.start("soap:Fault")
            xml.element("faultcode", code.name)
            xml.element("faultstring", text)
            xml.end()
        }
    }
}

extension SOAPFault.Code {
    fileprivate var name: String {
        switch self {
        case .client: "soap:Client"
        case .server: "soap:Server"
        case .versionMismatch: "soap:VersionMismatch"
        }
    }
}
