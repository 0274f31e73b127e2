/// One value that goes into a statement or comes out of a row. There is no floating point: amounts are integers of
/// minor units and times are text or integers, on every engine.
package enum SQLValue: Sendable, Hashable {
    case integer(Int64)
    case text(String)
    case blob([UInt8])
    case null

    /// The most bytes one text or blob may hold. SQLite itself ends at 1 GB, where binding a value is no longer an
    /// answerable error; PostgreSQL ends at 1 GB as well.
    package static let mostBytes = 64 << 20
}

extension SQLValue {
    package init(_ value: Int64) { self = .integer(value) }
    package init(_ value: Int) { self = .integer(Int64(value)) }
    package init(_ value: String) { self = .text(value) }
    package init(_ value: [UInt8]) { self = .blob(value) }

    /// True is 1 and false is 0: SQLite has no boolean type.
    package init(_ value: Bool) { self = .integer(value ? 1 : 0) }

    package init(_ value: Int64?) { self = value.map(SQLValue.integer) ?? .null }
    package init(_ value: Int?) { self = value.map { .integer(Int64($0)) } ?? .null }
    package init(_ value: String?) { self = value.map(SQLValue.text) ?? .null }
    package init(_ value: [UInt8]?) { self = value.map(SQLValue.blob) ?? .null }
    package init(_ value: Bool?) { self = value.map { SQLValue($0) } ?? .null }
}

extension SQLValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByNilLiteral
{
    package init(integerLiteral value: Int64) { self = .integer(value) }
    package init(stringLiteral value: String) { self = .text(value) }
    package init(booleanLiteral value: Bool) { self = SQLValue(value) }
    package init(nilLiteral: ()) { self = .null }
}

extension SQLValue {
    /// The word for this kind of value in an error.
    var kind: String {
        switch self {
        case .integer: "an integer"
        case .text: "text"
        case .blob: "a blob"
        case .null: "null"
        }
    }

    /// - Throws: ``DatabaseError/unfitValue(_:)`` for a value that one of the engines cannot hold: PostgreSQL's text
    ///   has no U+0000, and SQLite would cut the text there when reading it back.
    func checkFits() throws {
        switch self {
        case .integer, .null: return
        case .text(let text):
            if text.utf8.count > Self.mostBytes { throw DatabaseError.unfitValue(.tooLong(bytes: text.utf8.count)) }
            if text.utf8.contains(0) { throw DatabaseError.unfitValue(.textWithNUL) }
        case .blob(let bytes):
            if bytes.count > Self.mostBytes { throw DatabaseError.unfitValue(.tooLong(bytes: bytes.count)) }
        }
    }
}
