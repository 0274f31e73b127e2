internal import MarkupBytes

/// What QuickBooks said to one request.
package struct QBXMLStatus: Sendable, Hashable {
    /// 0 is success, 1 a query that matched nothing. Lists of the others: quickbooks-desktop reference.
    package var code: Int
    package var severity: QBSeverity
    package var message: String

    package init(code: Int, severity: QBSeverity, message: String) {
        self.code = code
        self.severity = severity
        self.message = message
    }

    package static let ok = QBXMLStatus(code: 0, severity: .info, message: "Status OK")
}

package struct QBXMLResponse: Sendable, Hashable {
    /// Nil for an answer whose body is `unrecognised`.
    package var kind: MessageKind?
    package var requestID: String?
    package var status: QBXMLStatus
    package var retCount: Int?
    package var iteratorRemainingCount: Int?
    package var iteratorID: String?
    package var body: ResponseBody
    package var errorRecovery: ErrorRecovery?

    package init(_ kind: MessageKind, requestID: String? = nil, status: QBXMLStatus = .ok, body: ResponseBody? = nil) {
        self.kind = kind
        self.requestID = requestID
        self.status = status
        self.body = body ?? ResponseBody(empty: kind)
    }

    fileprivate init(unrecognised name: String) {
        status = .ok
        body = .unrecognised(name)
    }
}

/// A complete answer document.
package struct QBXMLResponseSet: Sendable, Hashable {
    /// Present where message-set ids were used: 0, 600 for an unknown id, 9001 to 9005.
    package var messageSetStatusCode: Int?
    package var newMessageSetID: String?
    package var responses: [QBXMLResponse]

    package init(messageSetStatusCode: Int? = nil, newMessageSetID: String? = nil, responses: [QBXMLResponse] = []) {
        self.messageSetStatusCode = messageSetStatusCode
        self.newMessageSetID = newMessageSetID
        self.responses = responses
    }
}

extension QBXMLResponse {
    /// The attributes of an answer's element. All but the status code may be missing in what QuickBooks sends.
    mutating func attributes(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        var code: Int? = status.code
        var severity: QBSeverity? = status.severity
        var message: String? = status.message
        try visitor.attribute("requestID", &requestID, .line(50))
        try visitor.attribute("statusCode", &code, .typed)
        try visitor.attribute("statusSeverity", &severity, .typed)
        try visitor.attribute("statusMessage", &message, .prose(4095))
        try visitor.attribute("retCount", &retCount, .typed)
        try visitor.attribute("iteratorRemainingCount", &iteratorRemainingCount, .typed)
        try visitor.attribute("iteratorID", &iteratorID, .line(60))
        guard let code else { throw visitor.fault("statusCode", .missing) }
        status = QBXMLStatus(code: code, severity: severity ?? (code == 0 ? .info : .error), message: message ?? "")
    }
}

extension QBXMLResponseSet {
    /// The document as QuickBooks would send it. An answer with an `unrecognised` body cannot be written.
    package func encoded() throws(QBXMLFault) -> [UInt8] {
        var writer = FieldWriter(message: "QBXMLMsgsRs")
        writer.xml.declaration()
        writer.xml.start("QBXML")
        writer.xml.start("QBXMLMsgsRs")
        var code = messageSetStatusCode
        var newID = newMessageSetID
        try writer.attribute("messageSetStatusCode", &code, .typed)
        try writer.attribute("newMessageSetID", &newID, .line(24))
        for response in responses {
            guard let kind = response.kind else { throw writer.fault("QBXMLMsgsRs", .unexpected) }
            var response = response
            writer.message = kind.tags.response
            let outer = writer.begin(kind.tags.response)
            try response.attributes(&writer)
            try response.body.write(&writer)
            try writer.aggregate("ErrorRecovery", &response.errorRecovery)
            writer.end(outer)
        }
        writer.xml.end()
        writer.xml.end()
        return writer.xml.bytes
    }

    /// Ignores what it does not know and needs no order, but amounts, ids and statuses must be whole: an error never
    /// leaves a part of an answer behind.
    package init(reading bytes: [UInt8], alreadyUTF8: Bool = true) throws(QBXMLFault) {
        let encoding: XMLReader.Encoding = alreadyUTF8 ? .alreadyUTF8 : .declared
        let shape = try DocumentReader<ResponseDocument>.read(bytes, as: ResponseDocument(), encoding: encoding)
        guard let result = shape.result else {
            throw QBXMLFault(message: "QBXML", field: "QBXMLMsgsRs", reason: .missing)
        }
        self = result
    }
}

/// Reads an answer record by record, so that a document of any length needs the memory of its records only.
struct ResponseDocument: DocumentShape {
    static let recordDepth = 4
    private(set) var result: QBXMLResponseSet?
    private var current: QBXMLResponse?
    /// Other sets of messages may stand beside ours, such as the sign-on of QuickBooks Online Edition.
    private var isInMessages = false

    mutating func version(_ text: String) {}

    mutating func startEnvelope(_ name: String, depth: Int, _ attributes: XMLAttributes) throws(QBXMLFault) {
        switch depth {
        case 1:
            guard name == "QBXML" else { throw QBXMLFault(message: "QBXML", field: name, reason: .unexpected) }
        case 2:
            isInMessages = name == "QBXMLMsgsRs"
            guard isInMessages else { return }
            var reader = AttributeReader(attributes, element: "QBXMLMsgsRs")
            var set = result ?? QBXMLResponseSet()
            try reader.attribute("messageSetStatusCode", &set.messageSetStatusCode, .typed)
            try reader.attribute("newMessageSetID", &set.newMessageSetID, .line(24))
            result = set
        case _:
            guard isInMessages else { return }
            current = try Self.response(name, attributes)
        }
    }

    private static func response(_ name: String, _ attributes: XMLAttributes) throws(QBXMLFault) -> QBXMLResponse {
        let kind = MessageKind(response: name)
        var response = kind.map { QBXMLResponse($0) } ?? QBXMLResponse(unrecognised: name)
        var reader = AttributeReader(attributes, element: kind?.tags.response ?? "QBXMLMsgsRs")
        try response.attributes(&reader)
        return response
    }

    mutating func endEnvelope(depth: Int) throws(QBXMLFault) {
        guard depth == 3, let response = current else { return }
        result?.responses.append(response)
        current = nil
    }

    mutating func record(_ source: FieldReader.Source) throws(QBXMLFault) {
        guard let kind = current?.kind else { return }
        let record = ResponseRecord(source: source, message: kind.tags.response)
        if let recovery: ErrorRecovery = try record.read("ErrorRecovery") {
            current?.errorRecovery = recovery
        } else {
            try current?.body.append(record)
        }
    }
}
