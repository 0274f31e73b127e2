internal import MarkupBytes

/// One element of a document with all that is in it, flat: nodes in document order, all text in one buffer. Reused for
/// each record of a long answer, so that reading allocates nothing per element.
struct ElementTree {
    struct Node {
        let name: WireName
        let isAttribute: Bool
        fileprivate var parent = -1
        var textStart: Int
        var textCount = 0
        /// The index of the node that follows this one and everything inside it.
        var next = 0
    }

    private(set) var nodes: [Node] = []
    private(set) var text: [UInt8] = []
    /// The element that is open, or -1.
    private var current = -1
    /// The element that was opened last; if it is the one that ends, it has no child elements.
    private var newest = -1
    /// Where the text since the last tag begins.
    private var pieceStart = 0

    var isComplete: Bool { current < 0 && !nodes.isEmpty }

    mutating func removeAll() {
        nodes.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
        current = -1
        newest = -1
        pieceStart = 0
    }

    /// False if there is text between elements.
    mutating func start(_ name: XMLName, _ attributes: XMLAttributes) -> Bool {
        guard dropWhitespace() else { return false }
        let index = nodes.count
        nodes.append(Node(name: WireName(name.local), isAttribute: false, parent: current, textStart: text.count))
        current = index
        newest = index
        if attributes.count > 0 {
            append(attributes)
            nodes[index].textStart = text.count
        }
        pieceStart = text.count
        return true
    }

    private mutating func append(_ attributes: XMLAttributes) {
        for attribute in attributes {
            nodes.append(
                Node(
                    name: WireName(attribute.local), isAttribute: true, textStart: text.count,
                    textCount: attribute.value.count, next: nodes.count + 1))
            text.append(contentsOf: attribute.value)
        }
    }

    mutating func append(_ utf8: UnsafeBufferPointer<UInt8>) {
        text.append(contentsOf: utf8)
    }

    /// False if there is text after the last child element.
    mutating func end() -> Bool {
        let index = current
        guard index >= 0 else { return false }
        if index == newest {
            nodes[index].textCount = text.count - nodes[index].textStart
        } else if !dropWhitespace() {
            return false
        }
        nodes[index].next = nodes.count
        current = nodes[index].parent
        pieceStart = text.count
        return true
    }

    private mutating func dropWhitespace() -> Bool {
        guard pieceStart < text.count else { return true }
        guard text[pieceStart...].allSatisfy(isXMLSpace) else { return false }
        text.removeSubrange(pieceStart...)
        return true
    }
}

/// An element's or attribute's name, compared by one integer before its bytes.
struct WireName {
    private let key: UInt64
    private let bytes: UnsafePointer<UInt8>
    private let count: Int

    /// The bytes belong to the parser and outlive the tree.
    init(_ name: UnsafeBufferPointer<UInt8>) {
        bytes = name.baseAddress ?? ("" as StaticString).utf8Start
        count = name.count
        key = Self.key(bytes, count)
    }

    init(_ name: StaticString) {
        bytes = name.utf8Start
        count = name.utf8CodeUnitCount
        key = Self.key(bytes, count)
    }

    var string: String { String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self) }

    @inline(__always)
    static func == (left: WireName, right: WireName) -> Bool {
        guard left.key == right.key, left.count == right.count else { return false }
        for index in 0..<left.count where left.bytes[index] != right.bytes[index] { return false }
        return true
    }

    /// First and last eight bytes; qbXML's names share beginnings (`IsUsing…`) and endings (`…Ref`), seldom both.
    @inline(__always)
    private static func key(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        let raw = UnsafeRawPointer(bytes)
        if count >= 8 {
            let head = raw.loadUnaligned(as: UInt64.self)
            let tail = raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
            return head ^ (tail << 17 | tail >> 47) ^ UInt64(count)
        }
        var key = UInt64(count)
        for index in 0..<count { key = key << 8 | UInt64(bytes[index]) }
        return key
    }
}
