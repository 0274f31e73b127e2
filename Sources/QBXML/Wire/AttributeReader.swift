internal import MarkupBytes

/// Reads the attributes of an envelope's element straight from the parser; it has no children of its own.
struct AttributeReader: FieldVisitor {
    let isStrict = false
    private let attributes: XMLAttributes
    private let element: StaticString

    init(_ attributes: XMLAttributes, element: StaticString) {
        self.attributes = attributes
        self.element = element
    }

    mutating func attribute<S: WireScalar>(
        _ name: StaticString, _ value: inout S?, _ rule: FieldRule
    )
        throws(QBXMLFault)
    {
        value = nil
        let wanted = WireName(name)
        for attribute in attributes where WireName(attribute.local) == wanted {
            guard let parsed = S(wire: attribute.value.trimmed()) else {
                throw fault(name, .badValue(attribute.valueText))
            }
            value = parsed
        }
    }

    mutating func scalar<S: WireScalar>(_ name: StaticString, _ value: inout S?, _ rule: FieldRule) {}
    mutating func scalars<S: WireScalar>(_ name: StaticString, _ values: inout [S], _ rule: FieldRule) {}
    mutating func aggregate<A: Aggregate>(_ name: StaticString, _ value: inout A?) {}
    mutating func aggregates<A: Aggregate>(_ name: StaticString, _ values: inout [A]) {}
    mutating func choices<C: Choice>(_ values: inout [C]) {}

    func fault(_ field: StaticString, _ reason: QBXMLFault.Reason) -> QBXMLFault {
        QBXMLFault(element: element, field: field, message: element, reason)
    }
}
