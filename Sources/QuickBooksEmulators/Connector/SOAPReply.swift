internal import MarkupBytes

/// Why an answer is of no use to the Web Connector.
struct UnreadableReply: Error {
    let sentence: String
}

/// An answer as the .NET client reads it: by names and namespaces, missing what stands elsewhere, and taking all
/// whitespace within a result for content.
struct SOAPReply: Sendable, Hashable {
    /// Nil where the answer has no such result, or has it in another namespace.
    private(set) var text: String?
    private(set) var strings: [String] = []

    /// An absent integer reads as zero.
    func integer() throws(UnreadableReply) -> Int {
        guard let text else { return 0 }
        let digits = text.drop { " \t\r\n".contains($0) }.prefix { !" \t\r\n".contains($0) }
        guard let number = Int32(digits) else {
            throw UnreadableReply(sentence: "QBWC1042: the result is not a number: \(text.prefix(40))")
        }
        return Int(number)
    }

    init(reading bytes: [UInt8], of method: SOAPMethod) throws(UnreadableReply) {
        let handler = ReplyReader(method)
        do {
            var limits = XMLLimits()
            limits.textBytes = 64 << 20
            try XMLReader.read(bytes, limits: limits, handler: handler)
        } catch {
            throw UnreadableReply(sentence: "Response is not well-formed XML: \(error)")
        }
        if let fault = handler.faultString { throw UnreadableReply(sentence: "SOAP fault: \(fault)") }
        guard handler.isEnvelope else { throw UnreadableReply(sentence: "The response is not a SOAP envelope") }
        text = handler.result
        strings = handler.strings
    }
}

private final class ReplyReader: XMLEventHandler {
    private static let soap = "http://schemas.xmlsoap.org/soap/envelope/"

    private struct Step: Equatable {
        let namespace: String?
        let name: String
    }

    private let envelope: [Step]
    private let resultPath: [Step]
    private let stringPath: [Step]
    private let faultPath: [Step]
    private var path: [Step] = []
    private var text: [UInt8] = []
    private(set) var isEnvelope = false
    private(set) var result: String?
    private(set) var strings: [String] = []
    private(set) var faultString: String?

    init(_ method: SOAPMethod) {
        envelope = [Step(namespace: Self.soap, name: "Envelope"), Step(namespace: Self.soap, name: "Body")]
        let ours = SOAPCall.namespace
        resultPath =
            envelope + [
                Step(namespace: ours, name: method.rawValue + "Response"),
                Step(namespace: ours, name: method.rawValue + "Result"),
            ]
        stringPath = resultPath + [Step(namespace: ours, name: "string")]
        faultPath =
            envelope + [
                Step(namespace: Self.soap, name: "Fault"), Step(namespace: nil, name: "faultstring"),
            ]
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        path.append(Step(namespace: name.namespace, name: name.localText))
        if path == envelope { isEnvelope = true }
        text = []
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) { text += utf8 }

    func end() {
        if path == resultPath { result = String(decoding: text, as: UTF8.self) }
        if path == stringPath { strings.append(String(decoding: text, as: UTF8.self)) }
        if path == faultPath { faultString = String(decoding: text, as: UTF8.self) }
        path.removeLast()
    }
}
