internal import MarkupBytes

/// Writes fields in the order in which they are visited, which is the schema's.
struct FieldWriter: FieldVisitor {
    let isStrict = true
    var xml = XMLWriter(nonASCII: .numericReferences, reservingCapacity: 16 << 10)
    var message: StaticString
    private var element: StaticString

    init(message: StaticString) {
        self.message = message
        self.element = message
    }

    mutating func attribute<S: WireScalar>(
        _ name: StaticString, _ value: inout S?, _ rule: FieldRule
    )
        throws(QBXMLFault)
    {
        guard let value else { return }
        xml.attribute(name, try checked(name, value, rule))
    }

    mutating func scalar<S: WireScalar>(
        _ name: StaticString, _ value: inout S?, _ rule: FieldRule
    )
        throws(QBXMLFault)
    {
        guard let value else { return }
        xml.element(name, try checked(name, value, rule))
    }

    mutating func scalars<S: WireScalar>(
        _ name: StaticString, _ values: inout [S], _ rule: FieldRule
    )
        throws(QBXMLFault)
    {
        for value in values { xml.element(name, try checked(name, value, rule)) }
    }

    mutating func aggregate<A: Aggregate>(_ name: StaticString, _ value: inout A?) throws(QBXMLFault) {
        guard var value else { return }
        let outer = begin(name)
        try value.fields(&self)
        end(outer)
    }

    mutating func aggregates<A: Aggregate>(_ name: StaticString, _ values: inout [A]) throws(QBXMLFault) {
        for value in values {
            var value = value
            let outer = begin(name)
            try value.fields(&self)
            end(outer)
        }
    }

    mutating func choices<C: Choice>(_ values: inout [C]) throws(QBXMLFault) {
        for value in values {
            var value = value
            let outer = begin(C.tags[value.tag])
            try value.fields(&self)
            end(outer)
        }
    }

    func fault(_ field: StaticString, _ reason: QBXMLFault.Reason) -> QBXMLFault {
        QBXMLFault(element: element, field: field, message: message, reason)
    }

    /// Returns the element that was current until now, for `end`.
    mutating func begin(_ name: StaticString) -> StaticString {
        xml.start(name)
        defer { element = name }
        return element
    }

    mutating func end(_ outer: StaticString) {
        xml.end()
        element = outer
    }

    private func checked<S: WireScalar>(
        _ name: StaticString, _ value: S, _ rule: FieldRule
    ) throws(QBXMLFault) -> String {
        if case .typed = rule { return value.wire }
        let text = value.wire.trimmed()
        // An empty element clears a field in a modification, whatever its format.
        if !text.isEmpty, let breach = rule.breach(text) { throw fault(name, breach) }
        return text
    }
}

extension QBXMLFault {
    init(element: StaticString, field: StaticString, message: StaticString, _ reason: Reason) {
        let isNested = "\(element)" != "\(message)" && "\(element)" != "\(field)"
        self.init(message: "\(message)", field: isNested ? "\(element)/\(field)" : "\(field)", reason: reason)
    }
}
