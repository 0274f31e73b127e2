import MarkupBytes

/// Writes down what a reader says, with text joined as a user of the reader would join it.
final class EventRecorder: XMLEventHandler {
    enum Event: Equatable {
        case start(String, namespace: String?, attributes: [String: String])
        case text(String)
        case end
        case instruction(String, String)
    }

    private(set) var events: [Event] = []
    private var pendingText: [UInt8] = []

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        flush()
        let pairs = attributes.map { ($0.localText, $0.valueText) }
        events.append(
            .start(
                name.localText, namespace: name.namespace, attributes: Dictionary(pairs, uniquingKeysWith: { $1 })))
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) { pendingText += utf8 }

    func end() {
        flush()
        events.append(.end)
    }

    func instruction(target: String, data: String) {
        flush()
        events.append(.instruction(target, data))
    }

    private func flush() {
        if !pendingText.isEmpty { events.append(.text(String(decoding: pendingText, as: UTF8.self))) }
        pendingText = []
    }
}

/// The events of a document, or the reason why it was refused.
func read(
    _ text: String, limits: XMLLimits = XMLLimits(), encoding: XMLReader.Encoding = .declared
) throws -> [EventRecorder.Event] {
    try read(Array(text.utf8), limits: limits, encoding: encoding)
}

func read(
    _ bytes: [UInt8], limits: XMLLimits = XMLLimits(), encoding: XMLReader.Encoding = .declared
) throws -> [EventRecorder.Event] {
    let recorder = EventRecorder()
    try XMLReader.read(bytes, limits: limits, encoding: encoding, handler: recorder)
    return recorder.events
}

func refusal(
    of bytes: [UInt8], limits: XMLLimits = XMLLimits(), encoding: XMLReader.Encoding = .declared
) -> XMLFault.Reason? {
    do {
        _ = try read(bytes, limits: limits, encoding: encoding)
        return nil
    } catch {
        return (error as? XMLFault)?.reason
    }
}

func refusal(of text: String, limits: XMLLimits = XMLLimits()) -> XMLFault.Reason? {
    refusal(of: Array(text.utf8), limits: limits)
}
