internal import MarkupBytes

/// A complete request document: what the Web Connector hands to QuickBooks in one go.
package struct QBXMLRequestSet: Sendable, Hashable {
    /// QuickBooks 2014 and later speak it, and it has every message that we use.
    package static let version = "13.0"

    package var onError: OnError
    /// Under this id QuickBooks stores the outcome. At most 23 characters.
    package var newMessageSetID: String?
    /// With `newMessageSetID`, asks for the outcome stored under it; alone, makes QuickBooks forget it.
    package var oldMessageSetID: String?
    /// May be empty, to ask for or to clear a stored outcome.
    package var requests: [QBXMLRequest]

    package init(
        onError: OnError = .stop, newMessageSetID: String? = nil, oldMessageSetID: String? = nil,
        requests: [QBXMLRequest] = []
    ) {
        self.onError = onError
        self.newMessageSetID = newMessageSetID
        self.oldMessageSetID = oldMessageSetID
        self.requests = requests
    }
}

package struct QBXMLRequest: Sendable, Hashable {
    /// Comes back with the answer. At most 50 characters.
    package var requestID: String?
    package var message: RequestMessage

    package init(requestID: String? = nil, _ message: RequestMessage) {
        self.requestID = requestID
        self.message = message
    }
}

extension QBXMLRequestSet {
    /// The document's bytes, all of them ASCII. Throws what would make QuickBooks refuse or alter the message.
    package func encoded() throws(QBXMLFault) -> [UInt8] {
        var writer = FieldWriter(message: "QBXMLMsgsRq")
        writer.xml.declaration()
        writer.xml.instruction("qbxml", "version=\"13.0\"")
        writer.xml.start("QBXML")
        writer.xml.start("QBXMLMsgsRq")
        var envelope = RequestEnvelope(onError, newMessageSetID, oldMessageSetID)
        try envelope.fields(&writer)
        for request in requests {
            writer.message = request.message.kind.tags.request
            let outer = writer.begin(writer.message)
            var requestID = request.requestID
            try writer.attribute("requestID", &requestID, .line(50))
            _ = try RequestMessage.visit(request.message.kind, request.message, &writer)
            writer.end(outer)
        }
        writer.xml.end()
        writer.xml.end()
        return writer.xml.bytes
    }

    /// Reads as strictly as QuickBooks: unknown elements and attributes, wrong order, over-long or ill-formed values
    /// and a missing version are faults.
    package init(reading bytes: [UInt8], alreadyUTF8: Bool = true) throws(QBXMLFault) {
        let encoding: XMLReader.Encoding = alreadyUTF8 ? .alreadyUTF8 : .declared
        let shape = try DocumentReader<RequestDocument>.read(bytes, as: RequestDocument(), encoding: encoding)
        self = try shape.requestSet()
    }
}

/// The attributes of `QBXMLMsgsRq`.
private struct RequestEnvelope {
    /// QuickBooks refuses 24 and more with status 9004.
    static let messageSetIDLimit = 23
    var onError: OnError?
    var newMessageSetID: String?
    var oldMessageSetID: String?

    init(_ onError: OnError?, _ newMessageSetID: String?, _ oldMessageSetID: String?) {
        self.onError = onError
        self.newMessageSetID = newMessageSetID
        self.oldMessageSetID = oldMessageSetID
    }

    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault) {
        try visitor.attribute("onError", &onError, .typed)
        try visitor.attribute("newMessageSetID", &newMessageSetID, .line(Self.messageSetIDLimit))
        try visitor.attribute("oldMessageSetID", &oldMessageSetID, .line(Self.messageSetIDLimit))
        if onError == nil { throw visitor.fault("onError", .missing) }
    }
}

private struct RequestDocument: DocumentShape {
    static let recordDepth = 2
    private var versionRead: String?
    private var result: QBXMLRequestSet?

    mutating func version(_ text: String) { versionRead = text }

    mutating func startEnvelope(_ name: String, depth: Int, _ attributes: XMLAttributes) throws(QBXMLFault) {
        guard name == "QBXML" else { throw fault(name, .unexpected) }
        guard versionRead == QBXMLRequestSet.version else {
            throw fault("version", versionRead.map { .badValue($0) } ?? .missing)
        }
    }

    mutating func endEnvelope(depth: Int) throws(QBXMLFault) {}

    mutating func record(_ source: FieldReader.Source) throws(QBXMLFault) {
        let name = source.nodes[0].name.string
        guard result == nil, name == "QBXMLMsgsRq" else { throw fault(name, .unexpected) }
        var reader = FieldReader(source, at: 0, element: "QBXMLMsgsRq", message: "QBXMLMsgsRq", isStrict: true)
        var envelope = RequestEnvelope(nil, nil, nil)
        try envelope.fields(&reader)
        var requests: [QBXMLRequest] = []
        while let child = reader.takeAny() { requests.append(try Self.request(source, at: child)) }
        try reader.finish()
        guard let onError = envelope.onError else { throw fault("onError", .missing) }
        result = QBXMLRequestSet(
            onError: onError, newMessageSetID: envelope.newMessageSetID, oldMessageSetID: envelope.oldMessageSetID,
            requests: requests)
    }

    private static func request(_ source: FieldReader.Source, at index: Int) throws(QBXMLFault) -> QBXMLRequest {
        let name = source.nodes[index].name.string
        guard let kind = MessageKind(request: name) else {
            throw QBXMLFault(message: "QBXMLMsgsRq", field: name, reason: .unexpected)
        }
        let tag = kind.tags.request
        var reader = FieldReader(source, at: index, element: tag, message: tag, isStrict: true)
        var requestID: String?
        try reader.attribute("requestID", &requestID, .line(50))
        let message = try RequestMessage.visit(kind, nil, &reader)
        try reader.finish()
        return QBXMLRequest(requestID: requestID, message)
    }

    func requestSet() throws(QBXMLFault) -> QBXMLRequestSet {
        guard let result else { throw fault("QBXMLMsgsRq", .missing) }
        return result
    }

    private func fault(_ field: String, _ reason: QBXMLFault.Reason) -> QBXMLFault {
        QBXMLFault(message: "QBXML", field: field, reason: reason)
    }
}
