internal import MarkupBytes

/// One element of a document with all that is in it, flat: nodes in document order, all text in one buffer. Reused for
/// each record of a long answer, so that reading allocates nothing per element.
struct ElementTree {
    struct Node {
        let name: WireName
        let isAttribute: Bool
        var hasElements = false
        var textStart: Int
        var textCount = 0
        /// The index of the node that follows this one and everything inside it.
        var next = 0
    }

    private(set) var nodes: [Node] = []
    private(set) var text: [UInt8] = []
    private var open: [Int] = []
    /// Where the text since the last tag begins.
    private var pieceStart = 0

    var isComplete: Bool { open.isEmpty && !nodes.isEmpty }

    mutating func removeAll() {
        nodes.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
        open.removeAll(keepingCapacity: true)
        pieceStart = 0
    }

    /// False if there is text between elements.
    mutating func start(_ name: XMLName, _ attributes: XMLAttributes) -> Bool {
        if let parent = open.last {
            guard dropWhitespace() else { return false }
            nodes[parent].hasElements = true
        }
        open.append(nodes.count)
        nodes.append(Node(name: WireName(name.local), isAttribute: false, textStart: text.count))
        if attributes.count > 0 { append(attributes) }
        nodes[open[open.count - 1]].textStart = text.count
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
        guard let index = open.popLast() else { return false }
        if nodes[index].hasElements {
            guard dropWhitespace() else { return false }
        } else {
            nodes[index].textCount = text.count - nodes[index].textStart
        }
        nodes[index].next = nodes.count
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
