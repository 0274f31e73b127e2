/// Reads the fields of one element from a tree.
///
/// Strict, it takes children only in the order in which fields are visited, so whatever is unknown, repeated or out of
/// order is left over at the end and refused. Lenient, it finds children wherever they are and ignores the rest: newer
/// versions of QuickBooks send more than any schema we know.
struct FieldReader: FieldVisitor {
    /// The tree, borrowed for as long as the record is read.
    struct Source {
        let nodes: UnsafeBufferPointer<ElementTree.Node>
        let text: UnsafeBufferPointer<UInt8>

        func text(of index: Int) -> UnsafeBufferPointer<UInt8> {
            let node = nodes[index]
            return UnsafeBufferPointer(rebasing: text[node.textStart..<node.textStart + node.textCount])
        }

        /// An element's attributes come before its child elements.
        func hasElements(_ index: Int) -> Bool {
            let end = nodes[index].next
            var child = index + 1
            while child < end, nodes[child].isAttribute { child += 1 }
            return child < end
        }
    }

    let isStrict: Bool
    private let source: Source
    private let message: StaticString
    private let element: StaticString
    private let firstAttribute: Int
    private let firstChild: Int
    private let end: Int
    private var cursor: Int
    private var attributesRead = 0

    init(_ source: Source, at index: Int, element: StaticString, message: StaticString, isStrict: Bool) {
        self.source = source
        self.message = message
        self.element = element
        self.isStrict = isStrict
        end = source.nodes[index].next
        firstAttribute = index + 1
        var child = index + 1
        while child < end, source.nodes[child].isAttribute { child += 1 }
        firstChild = child
        cursor = child
    }

    mutating func attribute<S: WireScalar>(
        _ name: StaticString, _ value: inout S?, _ rule: FieldRule
    )
        throws(QBXMLFault)
    {
        value = nil
        let wanted = WireName(name)
        for index in firstAttribute..<firstChild where source.nodes[index].name == wanted {
            attributesRead += 1
            value = try parse(index, name, rule)
            return
        }
    }

    mutating func scalar<S: WireScalar>(
        _ name: StaticString, _ value: inout S?, _ rule: FieldRule
    )
        throws(QBXMLFault)
    {
        value = nil
        if let index = take(WireName(name)) { value = try leaf(index, name, rule) }
    }

    mutating func scalars<S: WireScalar>(
        _ name: StaticString, _ values: inout [S], _ rule: FieldRule
    )
        throws(QBXMLFault)
    {
        values = []
        rewind()
        let wanted = WireName(name)
        while let index = takeRepeated(wanted) { values.append(try leaf(index, name, rule)) }
    }

    mutating func aggregate<A: Aggregate>(_ name: StaticString, _ value: inout A?) throws(QBXMLFault) {
        value = nil
        if let index = take(WireName(name)) { value = try child(index, name) }
    }

    mutating func aggregates<A: Aggregate>(_ name: StaticString, _ values: inout [A]) throws(QBXMLFault) {
        values = []
        rewind()
        let wanted = WireName(name)
        while let index = takeRepeated(wanted) { values.append(try child(index, name)) }
    }

    mutating func choices<C: Choice>(_ values: inout [C]) throws(QBXMLFault) {
        values = []
        rewind()
        let wanted = C.tags.map { WireName($0) }
        while cursor < end {
            let name = source.nodes[cursor].name
            guard let tag = wanted.firstIndex(where: { $0 == name }) else {
                if isStrict { return }
                cursor = source.nodes[cursor].next
                continue
            }
            var choice = C(tag: tag)
            var reader = nested(cursor, C.tags[tag])
            try choice.fields(&reader)
            try reader.finish()
            values.append(choice)
            cursor = source.nodes[cursor].next
        }
        rewind()
    }

    /// Leniently a list may stand anywhere.
    private mutating func rewind() {
        if !isStrict { cursor = firstChild }
    }

    /// The next child, whatever its name.
    mutating func takeAny() -> Int? {
        guard cursor < end else { return nil }
        defer { cursor = source.nodes[cursor].next }
        return cursor
    }

    /// Refuses what no field has taken.
    func finish() throws(QBXMLFault) {
        guard isStrict else { return }
        if cursor < end { throw leftOver(cursor) }
        if attributesRead < firstChild - firstAttribute { throw leftOver(firstAttribute) }
    }

    /// Strictly, a missing field before another element is that element out of its place: it is the one to name.
    func fault(_ field: StaticString, _ reason: QBXMLFault.Reason) -> QBXMLFault {
        if isStrict, reason == .missing, cursor < end { return leftOver(cursor) }
        return QBXMLFault(element: element, field: field, message: message, reason)
    }

    private func leftOver(_ index: Int) -> QBXMLFault {
        let name = source.nodes[index].name.string
        return QBXMLFault(message: "\(message)", field: "\(element)/\(name)", reason: .unexpected)
    }

    @inline(__always)
    private mutating func take(_ wanted: WireName) -> Int? {
        if cursor < end, source.nodes[cursor].name == wanted {
            defer { cursor = source.nodes[cursor].next }
            return cursor
        }
        return isStrict ? nil : search(wanted)
    }

    private mutating func search(_ wanted: WireName) -> Int? {
        for range in [cursor..<end, firstChild..<cursor] {
            var index = range.lowerBound
            while index < range.upperBound {
                let next = source.nodes[index].next
                if source.nodes[index].name == wanted {
                    cursor = next
                    return index
                }
                index = next
            }
        }
        return nil
    }

    /// Like `take`, for lists: it only looks ahead, or it would find the first one again.
    private mutating func takeRepeated(_ wanted: WireName) -> Int? {
        var index = cursor
        while index < end {
            let next = source.nodes[index].next
            if source.nodes[index].name == wanted {
                cursor = next
                return index
            }
            if isStrict { return nil }
            index = next
        }
        return nil
    }

    private func nested(_ index: Int, _ name: StaticString) -> FieldReader {
        FieldReader(source, at: index, element: name, message: message, isStrict: isStrict)
    }

    private func child<A: Aggregate>(_ index: Int, _ name: StaticString) throws(QBXMLFault) -> A {
        guard source.nodes[index].textCount == 0 || isBlank(index) else {
            throw fault(name, .mixedContent)
        }
        var value = A()
        var reader = nested(index, name)
        try value.fields(&reader)
        try reader.finish()
        return value
    }

    private func isBlank(_ index: Int) -> Bool {
        source.text(of: index).allSatisfy(isXMLSpace)
    }

    private func leaf<S: WireScalar>(_ index: Int, _ name: StaticString, _ rule: FieldRule) throws(QBXMLFault) -> S {
        guard !source.hasElements(index) else { throw fault(name, .mixedContent) }
        if isStrict, source.nodes[index].next > index + 1 { throw leftOver(index + 1) }
        return try parse(index, name, rule)
    }

    private func parse<S: WireScalar>(_ index: Int, _ name: StaticString, _ rule: FieldRule) throws(QBXMLFault) -> S {
        let bytes = source.text(of: index).trimmed()
        guard let value = S(wire: bytes) else {
            throw fault(name, .badValue(String(decoding: bytes.prefix(60), as: UTF8.self)))
        }
        guard isStrict, case .some(let reason) = breach(value, rule) else { return value }
        throw fault(name, reason)
    }

    private func breach<S: WireScalar>(_ value: S, _ rule: FieldRule) -> QBXMLFault.Reason? {
        if case .typed = rule { return nil }
        let text = value.wire
        return text.isEmpty ? nil : rule.breach(text)
    }
}
