/// Fields as `LENGTH:TEXT,` and a line feed each. The length, in bytes of UTF-8, makes sure that no text can pass for
/// the end of its field, so different fields never give the same text.
package enum LengthPrefixedText {
    package static func append(_ field: String, to text: inout String) {
        text += "\(field.utf8.count):\(field),\n"
    }

    /// The fields of a text that holds nothing else; nil for any other text.
    static func fields(of text: Substring.UTF8View) -> [String]? {
        var fields: [String] = []
        var rest = text
        while !rest.isEmpty {
            guard let field = takeField(from: &rest) else { return nil }
            fields.append(field)
        }
        return fields
    }

    private static func takeField(from rest: inout Substring.UTF8View) -> String? {
        guard let colon = rest.firstIndex(of: UInt8(ascii: ":")),
            let length = Int(String(decoding: rest[..<colon], as: UTF8.self)),
            length >= 0,
            let end = rest.index(rest.index(after: colon), offsetBy: length, limitedBy: rest.endIndex),
            rest[end...].starts(with: ",\n".utf8)
        else { return nil }
        let field = String(decoding: rest[rest.index(after: colon)..<end], as: UTF8.self)
        rest = rest[rest.index(end, offsetBy: 2)...]
        return field
    }
}
