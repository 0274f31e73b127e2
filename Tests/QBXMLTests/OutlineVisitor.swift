@testable import QBXML

/// Writes down a message's fields with their rules, in order, one per line. Needs no values: it takes every branch.
struct OutlineVisitor: FieldVisitor {
    let isStrict = false
    private(set) var lines: [String] = []
    private var prefix = ""

    mutating func attribute<S: WireScalar>(_ name: StaticString, _ value: inout S?, _ rule: FieldRule) {
        lines.append("\(prefix)@\(name) \(kind(S.self, rule))")
    }

    mutating func scalar<S: WireScalar>(_ name: StaticString, _ value: inout S?, _ rule: FieldRule) {
        lines.append("\(prefix)\(name) \(kind(S.self, rule))")
        // Satisfies required texts; other required values have a default.
        value = value ?? Array("1".utf8).withUnsafeBufferPointer { S(wire: $0) }
    }

    mutating func scalars<S: WireScalar>(_ name: StaticString, _ values: inout [S], _ rule: FieldRule) {
        lines.append("\(prefix)\(name)* \(kind(S.self, rule))")
    }

    mutating func aggregate<A: Aggregate>(_ name: StaticString, _ value: inout A?) throws(QBXMLFault) {
        var inner = A()
        try nest("\(name)") { (visitor) throws(QBXMLFault) in try inner.fields(&visitor) }
        value = inner
    }

    mutating func aggregates<A: Aggregate>(_ name: StaticString, _ values: inout [A]) throws(QBXMLFault) {
        var inner = A()
        try nest("\(name)*") { (visitor) throws(QBXMLFault) in try inner.fields(&visitor) }
    }

    mutating func choices<C: Choice>(_ values: inout [C]) throws(QBXMLFault) {
        values = []
        for (index, tag) in C.tags.enumerated() {
            var inner = C(tag: index)
            try nest("\(tag)|") { (visitor) throws(QBXMLFault) in try inner.fields(&visitor) }
            values.append(inner)
        }
    }

    func fault(_ field: StaticString, _ reason: QBXMLFault.Reason) -> QBXMLFault {
        QBXMLFault(message: "outline", field: "\(prefix)\(field)", reason: reason)
    }

    private mutating func nest(
        _ name: String, _ body: (inout OutlineVisitor) throws(QBXMLFault) -> Void
    ) throws(QBXMLFault) {
        let outer = prefix
        prefix += name + "/"
        try body(&self)
        prefix = outer
    }

    private func kind<S>(_ type: S.Type, _ rule: FieldRule) -> String {
        if case .typed = rule { return "\(type)" }
        return "\(rule)"
    }
}
