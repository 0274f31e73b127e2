internal import MarkupBytes

/// What a kind of document does with its envelope and its records.
protocol DocumentShape {
    /// The depth of the elements that are read as whole trees; the ones above them are the envelope.
    static var recordDepth: Int { get }
    mutating func startEnvelope(_ name: String, depth: Int, _ attributes: XMLAttributes) throws(QBXMLFault)
    mutating func endEnvelope(depth: Int) throws(QBXMLFault)
    mutating func record(_ source: FieldReader.Source) throws(QBXMLFault)
    mutating func version(_ text: String)
}

/// Turns XML events into calls of a document's shape, one record at a time.
final class DocumentReader<Shape: DocumentShape>: XMLEventHandler {
    // Only the reader that owns this calls it, one event after another; see `XMLReader`.
    @exclusivity(unchecked) private(set) var shape: Shape
    @exclusivity(unchecked) private var depth = 0
    @exclusivity(unchecked) private var tree = ElementTree()

    private let recordDepth = Shape.recordDepth

    init(_ shape: Shape) { self.shape = shape }

    /// Everything of a QuickBooks answer fits these; a longer text field does not exist.
    private static var limits: XMLLimits { XMLLimits(totalBytes: 256 << 20, textBytes: 64 << 10) }

    static func read(_ bytes: [UInt8], as shape: Shape, encoding: XMLReader.Encoding) throws(QBXMLFault) -> Shape {
        let handler = DocumentReader(shape)
        do {
            try XMLReader.read(bytes, limits: limits, encoding: encoding, handler: handler)
        } catch let fault as QBXMLFault {
            throw fault
        } catch let fault as XMLFault {
            throw QBXMLFault(message: "QBXML", field: "", reason: .notXML(fault))
        } catch {
            let fault = XMLFault(line: 0, reason: .notWellFormed("\(error)"))
            throw QBXMLFault(message: "QBXML", field: "", reason: .notXML(fault))
        }
        return handler.shape
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        depth += 1
        if depth < recordDepth {
            try shape.startEnvelope(name.localText, depth: depth, attributes)
        } else if !tree.start(name, attributes) {
            throw mixedContent()
        }
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) throws {
        if depth >= recordDepth { return tree.append(utf8) }
        guard utf8.allSatisfy(isXMLSpace) else { throw mixedContent() }
    }

    func end() throws {
        if depth < recordDepth {
            try shape.endEnvelope(depth: depth)
        } else {
            guard tree.end() else { throw mixedContent() }
            if tree.isComplete { try readRecord() }
        }
        depth -= 1
    }

    func instruction(target: String, data: String) throws {
        guard target == "qbxml" else { return }
        let parts = data.split(whereSeparator: { $0 == "\"" || $0 == "'" })
        if parts.count >= 2, parts[0].hasPrefix("version") { shape.version(String(parts[1])) }
    }

    private func readRecord() throws {
        try tree.nodes.withUnsafeBufferPointer { nodes in
            try tree.text.withUnsafeBufferPointer { text in
                try shape.record(FieldReader.Source(nodes: nodes, text: text))
            }
        }
        tree.removeAll()
    }

    private func mixedContent() -> QBXMLFault {
        QBXMLFault(message: "QBXML", field: "", reason: .mixedContent)
    }
}
