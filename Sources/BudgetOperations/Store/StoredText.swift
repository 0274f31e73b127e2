import FoundationEssentials

/// Structured values that are kept as one text column, because no query looks inside them. Keys are sorted, so that
/// equal values are equal texts on every engine.
enum StoredText {
    static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func decode<Value: Decodable>(_: Value.Type = Value.self, from text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}

/// A row says something that this version cannot have written: a damaged database, or our own bug.
struct UnreadableRow: Error, CustomStringConvertible {
    let table: String
    let column: String
    let value: String

    var description: String { "\(table).\(column) holds “\(value)”, which this version does not understand." }
}
