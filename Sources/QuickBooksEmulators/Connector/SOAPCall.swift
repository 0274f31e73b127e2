/// The calls that the Web Connector makes, in the order of a session.
package enum SOAPMethod: String, Sendable, Hashable, CaseIterable {
    case serverVersion, clientVersion, authenticate, connectionError, sendRequestXML, receiveResponseXML
    case getLastError, closeConnection

    /// With the quotation marks that the HTTP header has.
    package var action: String { "\"\(SOAPCall.namespace)\(rawValue)\"" }
}

/// One request, byte for byte as the .NET stack under the Web Connector writes it.
package struct SOAPCall: Sendable, Hashable {
    static let namespace = "http://developer.intuit.com/"

    package let method: SOAPMethod
    package let body: [UInt8]

    package var action: String { method.action }

    package init(_ method: SOAPMethod, _ parameters: KeyValuePairs<String, String> = [:]) {
        self.method = method
        var text = Self.opening + "<\(method.rawValue) xmlns=\"\(Self.namespace)\""
        text += parameters.isEmpty ? " />" : ">"
        for (name, value) in parameters {
            text += value.isEmpty ? "<\(name) />" : "<\(name)>\(Self.escaped(value))</\(name)>"
        }
        if !parameters.isEmpty { text += "</\(method.rawValue)>" }
        body = Array((text + "</soap:Body></soap:Envelope>").utf8)
    }

    private static let opening =
        #"<?xml version="1.0" encoding="utf-8"?>"#
        + #"<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" "#
        + #"xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" "#
        + #"xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soap:Body>"#

    private static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
            case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
            case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
            case UInt8(ascii: "\r"): bytes += Array("&#xD;".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Carries a call to the service and its answer's body back. Throws what keeps the answer away.
package typealias SOAPTransport = @Sendable (SOAPCall) async throws -> [UInt8]
