/// A method as the WSDL describes it.
struct WSDLOperation {
    enum FieldType: String {
        case string = "xsd:string"
        case int = "xsd:int"
        case arrayOfString = "tns:ArrayOfString"
    }

    struct Field {
        let name: String
        let type: FieldType

        init(_ name: String, _ type: FieldType = .string) {
            self.name = name
            self.type = type
        }
    }

    let name: String
    let parameters: [Field]
    let result: FieldType

    static let all = WebConnectorMethod.allCases.map(WSDLOperation.init)

    private init(_ method: WebConnectorMethod) {
        name = method.rawValue
        parameters = method.parameters
        switch method {
        case .authenticate: result = .arrayOfString
        case .receiveResponseXML: result = .int
        case .serverVersion, .clientVersion, .sendRequestXML, .connectionError, .getLastError, .closeConnection,
            .getInteractiveURL, .interactiveRejected, .interactiveDone, .isInteractiveDone:
            result = .string
        }
    }
}

extension WebConnectorMethod {
    /// Their names are part of the contract: a client matches by name.
    fileprivate var parameters: [WSDLOperation.Field] {
        switch self {
        case .serverVersion: []
        case .clientVersion: [.init("strVersion")]
        case .authenticate: [.init("strUserName"), .init("strPassword")]
        case .sendRequestXML:
            [
                .init("ticket"), .init("strHCPResponse"), .init("strCompanyFileName"), .init("qbXMLCountry"),
                .init("qbXMLMajorVers", .int), .init("qbXMLMinorVers", .int),
            ]
        case .receiveResponseXML: [.init("ticket"), .init("response"), .init("hresult"), .init("message")]
        case .connectionError: [.init("ticket"), .init("hresult"), .init("message")]
        case .getLastError, .closeConnection: [.init("ticket")]
        case .getInteractiveURL: [.init("wcTicket"), .init("sessionID")]
        case .interactiveRejected: [.init("wcTicket"), .init("reason")]
        case .interactiveDone, .isInteractiveDone: [.init("wcTicket")]
        }
    }
}
