internal import MarkupBytes

/// Collects the method and its parameters: Envelope, Body, method, parameter, each one level deeper.
///
/// The namespace of the method is not looked at, so that calls in RPC style, whose parameters have none, are read too.
final class SOAPRequestHandler: XMLEventHandler {
    private(set) var method: WebConnectorMethod?
    private(set) var values: [String: [UInt8]] = [:]
    private var depth = 0
    private var isInBody = false
    private var isInMethod = false
    private var parameter: String?
    private var value: [UInt8] = []
    /// Bytes that the parameter may have.
    private var limit = 0

    private static let envelopeDepth = 1
    private static let partDepth = 2
    private static let methodDepth = 3
    private static let parameterDepth = 4

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        depth += 1
        switch depth {
        case Self.envelopeDepth: try startEnvelope(name)
        case Self.partDepth: isInBody = name.localText == "Body"
        case Self.methodDepth where isInBody: try startMethod(name.localText)
        case Self.parameterDepth where isInMethod: try startParameter(name.localText)
        default:  // default: depths, which are numbers
            if let parameter { throw fault(parameter, .hasElements) }
        }
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) throws {
        guard let parameter, depth == Self.parameterDepth else { return }
        value.append(contentsOf: utf8)
        if value.count > limit { throw fault(parameter, .tooLong(limit: limit)) }
    }

    func end() throws {
        if depth == Self.parameterDepth, let parameter {
            values[parameter] = value
            self.parameter = nil
            value = []
        }
        if depth == Self.methodDepth { isInMethod = false }
        depth -= 1
    }

    /// The parameters that hold a qbXML document.
    private static let documents: Set<String> = ["strHCPResponse", "response"]

    private func startEnvelope(_ name: XMLName) throws(SOAPRequestFault) {
        guard name.localText == "Envelope" else { throw .notAnEnvelope }
        guard name.namespace == SOAPBinding.envelopeNamespace else { throw .wrongSOAPVersion }
    }

    private func startMethod(_ name: String) throws(SOAPRequestFault) {
        // SOAP 1.1 lets other elements follow the call.
        guard method == nil else { return }
        guard let known = WebConnectorMethod(rawValue: name) else { throw .unknownMethod(name) }
        method = known
        isInMethod = true
    }

    private func startParameter(_ name: String) throws(SOAPRequestFault) {
        guard values[name] == nil else { throw fault(name, .repeated) }
        parameter = name
        limit = Self.documents.contains(name) ? SOAPBinding.bodyLimit : SOAPBinding.parameterLimit
    }

    private func fault(_ name: String, _ problem: SOAPRequestFault.Problem) -> SOAPRequestFault {
        .badParameter(method: method ?? .serverVersion, name: name, problem: problem)
    }
}
