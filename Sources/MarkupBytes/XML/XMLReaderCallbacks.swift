internal import CLibXML2

/// The functions that libxml2 calls. None of libxml2's default handlers is installed: they build trees and load files.
enum XMLReaderCallbacks {
    static var handlers: xmlSAXHandler {
        var handlers = xmlSAXHandler()
        handlers.initialized = UInt32(XML_SAX2_MAGIC)
        handlers.internalSubset = { context, _, _, _ in
            XMLReaderCallbacks.tell(context) { $0.refuse(.doctype) }
        }
        handlers.startDocument = { XMLReaderCallbacks.tell($0) { $0.checkEncoding() } }
        handlers.startElementNs = { context, local, _, namespace, _, _, attributeCount, _, attributes in
            guard let local else { return }
            let attributes = XMLAttributes(pointers: attributes, count: Int(attributeCount))
            XMLReaderCallbacks.tell(context) { $0.didStart(local, namespace, attributes) }
        }
        handlers.endElementNs = { context, _, _, _ in XMLReaderCallbacks.tell(context) { $0.didEnd() } }
        handlers.characters = { context, text, count in
            let text = UnsafeBufferPointer(start: text, count: Int(count))
            XMLReaderCallbacks.tell(context) { $0.didRead(text) }
        }
        // The same function for both, so that libxml2 need not ask which whitespace is text.
        handlers.ignorableWhitespace = handlers.characters
        handlers.processingInstruction = { context, target, data in
            guard let target else { return }
            XMLReaderCallbacks.tell(context) { $0.didRead(target: target, data: data) }
        }
        return handlers
    }

    /// The reader outlives its parser, so no event needs to retain it.
    @inline(__always)
    private static func tell(_ context: UnsafeMutableRawPointer?, _ event: (XMLReader) -> Void) {
        guard let context else { return }
        Unmanaged<XMLReader>.fromOpaque(context)._withUnsafeGuaranteedRef(event)
    }
}

extension XMLReader {
    private static let acceptedEncodings: Set<String> = [
        "UTF-8", "UTF8", "US-ASCII", "ASCII", "ISO-8859-1", "WINDOWS-1252", "CP1252",
    ]

    fileprivate func refuse(_ reason: XMLFault.Reason) {
        stop(fault(reason))
    }

    fileprivate func checkEncoding() {
        guard encoding == .declared, let declared = context?.pointee.encoding else { return }
        let name = String(cString: declared)
        if !Self.acceptedEncodings.contains(name.uppercased()) { refuse(.unsupportedEncoding(name)) }
    }

    fileprivate func didStart(
        _ local: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?, _ attributes: XMLAttributes
    ) {
        guard failure == nil else { return }
        guard depth < limits.depth else { return refuse(.tooDeep(limit: limits.depth)) }
        guard attributes.count <= limits.attributes else {
            return refuse(.tooManyAttributes(limit: limits.attributes))
        }
        let length = XMLAttribute.length(of: local)
        guard length <= limits.nameBytes else { return refuse(.nameTooLong(limit: limits.nameBytes)) }
        depth += 1
        textBytes = 0
        let name = XMLName(local: UnsafeBufferPointer(start: local, count: length), namespace: namespace)
        do { try handler.start(name, attributes) } catch { stop(error) }
    }

    fileprivate func didRead(_ text: UnsafeBufferPointer<UInt8>) {
        guard failure == nil else { return }
        textBytes += text.count
        guard textBytes <= limits.textBytes else { return refuse(.textTooLong(limit: limits.textBytes)) }
        do { try handler.text(text) } catch { stop(error) }
    }

    fileprivate func didEnd() {
        guard failure == nil else { return }
        depth -= 1
        textBytes = 0
        do { try handler.end() } catch { stop(error) }
    }

    fileprivate func didRead(target: UnsafePointer<UInt8>, data: UnsafePointer<UInt8>?) {
        guard failure == nil else { return }
        let data = data.map { String(cString: $0) } ?? ""
        do { try handler.instruction(target: String(cString: target), data: data) } catch { stop(error) }
    }
}
