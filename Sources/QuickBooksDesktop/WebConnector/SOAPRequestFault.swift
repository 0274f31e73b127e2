package import MarkupBytes

/// Why a body is not a call that this service knows.
package enum SOAPRequestFault: Error, Hashable, Sendable {
    case notXML(XMLFault)
    case notAnEnvelope
    /// The envelope is of SOAP 1.2, or of nothing known.
    case wrongSOAPVersion
    case noMethod
    case unknownMethod(String)
    case badParameter(method: WebConnectorMethod, name: String, problem: Problem)

    package enum Problem: Hashable, Sendable {
        case notANumber
        case repeated
        case hasElements
        case tooLong(limit: Int)
    }

    package var sentence: String {
        switch self {
        case .notXML(let fault): "The request is not XML that this service reads (\(fault))."
        case .notAnEnvelope: "The request is not a SOAP envelope."
        case .wrongSOAPVersion: "The request is not of SOAP 1.1."
        case .noMethod: "The request calls no method."
        case .unknownMethod(let name): "This service has no method \(name.prefix(60))."
        case .badParameter(let method, let name, let problem):
            "The parameter \(name.prefix(60)) of \(method.rawValue) \(problem.clause)."
        }
    }

    /// The answer, to be sent with `SOAPFault.httpStatus`.
    package var soapFault: SOAPFault {
        switch self {
        case .wrongSOAPVersion: SOAPFault(code: .versionMismatch, text: sentence)
        case .notXML, .notAnEnvelope, .noMethod, .unknownMethod, .badParameter:
            SOAPFault(code: .client, text: sentence)
        }
    }
}

extension SOAPRequestFault.Problem {
    fileprivate var clause: String {
        switch self {
        case .notANumber: "is not a whole number"
        case .repeated: "is given twice"
        case .hasElements: "holds elements instead of text"
        case .tooLong(let limit): "is longer than \(limit) bytes"
        }
    }
}
