/// Visits the fields of a message in the order of the schema. Each message describes itself once, in `fields`, and
/// that one description writes it, reads it leniently and reads it strictly.
protocol FieldVisitor {
    /// Whether lengths, characters and combinations are enforced: on all writing, and on reading requests.
    var isStrict: Bool { get }

    mutating func attribute<S: WireScalar>(
        _ name: StaticString, _ value: inout S?, _ rule: FieldRule)
        throws(QBXMLFault)
    mutating func scalar<S: WireScalar>(
        _ name: StaticString, _ value: inout S?, _ rule: FieldRule)
        throws(QBXMLFault)
    mutating func scalars<S: WireScalar>(
        _ name: StaticString, _ values: inout [S], _ rule: FieldRule)
        throws(QBXMLFault)
    mutating func aggregate<A: Aggregate>(_ name: StaticString, _ value: inout A?) throws(QBXMLFault)
    mutating func aggregates<A: Aggregate>(_ name: StaticString, _ values: inout [A]) throws(QBXMLFault)
    /// A list of elements of several kinds in any mixture.
    mutating func choices<C: Choice>(_ values: inout [C]) throws(QBXMLFault)

    func fault(_ field: StaticString, _ reason: QBXMLFault.Reason) -> QBXMLFault
}

/// A message or a part of one with child elements.
package protocol QBXMLValue: Sendable, Hashable {
    init()
}

extension QBXMLValue {
    /// `EstimateLineAdd { $0.amount = amount }`. A required field that was left out is a fault when encoding.
    package init(_ fill: (inout Self) -> Void) {
        self.init()
        fill(&self)
    }
}

protocol Aggregate: QBXMLValue {
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault)
}

/// One of several elements that may stand at the same place.
protocol Choice: Sendable, Hashable {
    static var tags: [StaticString] { get }
    /// An empty value for the tag at this index.
    init(tag: Int)
    var tag: Int { get }
    mutating func fields(_ visitor: inout some FieldVisitor) throws(QBXMLFault)
}

extension FieldVisitor {
    mutating func value<S: WireScalar>(_ name: StaticString, _ value: inout S?) throws(QBXMLFault) {
        try scalar(name, &value, .typed)
    }

    mutating func value<S: WireScalar>(_ name: StaticString, required value: inout S) throws(QBXMLFault) {
        var optional: S? = value
        try scalar(name, &optional, .typed)
        guard let optional else { throw fault(name, .missing) }
        value = optional
    }

    mutating func text(_ name: StaticString, _ value: inout String?, _ rule: FieldRule) throws(QBXMLFault) {
        try scalar(name, &value, rule)
    }

    /// A text that must be there and not be blank.
    mutating func text(_ name: StaticString, required value: inout String, _ rule: FieldRule) throws(QBXMLFault) {
        var optional: String? = value.trimmed().isEmpty ? nil : value
        try scalar(name, &optional, rule)
        guard let optional, !optional.isEmpty else { throw fault(name, .missing) }
        value = optional
    }

    mutating func aggregate<A: Aggregate>(_ name: StaticString, required value: inout A) throws(QBXMLFault) {
        var optional: A? = value
        try aggregate(name, &optional)
        guard let optional else { throw fault(name, .missing) }
        value = optional
    }

    mutating func reference(_ name: StaticString, _ value: inout QBRef?, _ limit: Int) throws(QBXMLFault) {
        try aggregate(name, &value)
        guard isStrict, let value else { return }
        guard value.listID != nil || value.fullName != nil else { throw fault(name, .missing) }
        let length = value.fullName?.unicodeScalars.count ?? 0
        guard length <= limit else { throw fault(name, .tooLong(limit: limit, actual: length)) }
    }

    /// At most one of the fields may be there.
    func exclusive(_ name: StaticString, _ present: Bool...) throws(QBXMLFault) {
        if isStrict, present.count(where: { $0 }) > 1 { throw fault(name, .conflicting) }
    }
}
