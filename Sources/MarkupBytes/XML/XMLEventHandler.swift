/// Receives a document in order. An error thrown here stops the reader, which throws it on unchanged.
package protocol XMLEventHandler: AnyObject {
    func start(_ name: XMLName, _ attributes: XMLAttributes) throws
    /// Text comes in any number of pieces, also in the middle of a word; CDATA and references are already resolved.
    /// Each piece is whole UTF-8 characters and is valid only during the call.
    func text(_ utf8: UnsafeBufferPointer<UInt8>) throws
    func end() throws
    func instruction(target: String, data: String) throws
}

extension XMLEventHandler {
    package func instruction(target: String, data: String) throws {}
}

/// An element's name: the part after any prefix, and its namespace. Two equal names of one document share their
/// storage, which is valid until the reader goes away.
package struct XMLName {
    package let local: UnsafeBufferPointer<UInt8>
    private let namespacePointer: UnsafePointer<UInt8>?

    init(local: UnsafeBufferPointer<UInt8>, namespace: UnsafePointer<UInt8>?) {
        self.local = local
        self.namespacePointer = namespace
    }

    package var localText: String { String(decoding: local, as: UTF8.self) }
    package var namespace: String? { namespacePointer.map { String(cString: $0) } }
}

/// The attributes of one element, without namespace declarations. Valid only during the call.
package struct XMLAttributes: Sequence {
    package typealias Pointers = UnsafeMutablePointer<UnsafePointer<UInt8>?>
    /// libxml2 passes five pointers per attribute: local name, prefix, namespace, value's start, value's end.
    private static let stride = 5
    private let pointers: Pointers?
    package let count: Int

    init(pointers: Pointers?, count: Int) {
        self.pointers = pointers
        self.count = count
    }

    package subscript(localName: String) -> String? {
        for attribute in self where attribute.localText == localName { return attribute.valueText }
        return nil
    }

    package func makeIterator() -> AnyIterator<XMLAttribute> {
        var index = 0
        return AnyIterator {
            guard let pointers, index < count else { return nil }
            let base = pointers + index * Self.stride
            index += 1
            guard let name = base[0], let start = base[3], let end = base[4] else { return nil }
            return XMLAttribute(
                local: UnsafeBufferPointer(start: name, count: XMLAttribute.length(of: name)),
                value: UnsafeBufferPointer(start: start, count: end - start))
        }
    }
}

package struct XMLAttribute {
    package let local: UnsafeBufferPointer<UInt8>
    package let value: UnsafeBufferPointer<UInt8>

    package var localText: String { String(decoding: local, as: UTF8.self) }
    package var valueText: String { String(decoding: value, as: UTF8.self) }

    static func length(of zeroTerminated: UnsafePointer<UInt8>) -> Int {
        var length = 0
        while zeroTerminated[length] != 0 { length += 1 }
        return length
    }
}
