/// What a text field may hold. Lengths are QuickBooks Desktop's (quickbooks-desktop reference: OSR 14.0), counted in
/// characters.
enum FieldRule {
    /// A format that its type already guarantees.
    case typed
    /// One line of text.
    case line(Int)
    /// Text that may have line breaks and tabs.
    case prose(Int)
    /// One line without the colon that separates levels of a full name.
    case name(Int)
    case id
    case date
    case dateTime
    case guid

    /// Nil if `text`, already trimmed, may stand in the field.
    func breach(_ text: String) -> QBXMLFault.Reason? {
        switch self {
        case .typed: nil
        case .line(let limit): Self.characters(text, limit, mayBreakLines: false)
        case .prose(let limit): Self.characters(text, limit, mayBreakLines: true)
        case .name(let limit):
            Self.characters(text, limit, mayBreakLines: false) ?? (text.utf8.contains(0x3A) ? .colonInName : nil)
        case .id: Self.characters(text, 36, mayBreakLines: false)
        case .date: DateText.isDate(text) ? nil : .badValue(text)
        case .dateTime: DateText.isDateTime(text) ? nil : .badValue(text)
        case .guid: GUIDText.isGUID(text) ? nil : .badValue(text)
        }
    }

    private static func characters(_ text: String, _ limit: Int, mayBreakLines: Bool) -> QBXMLFault.Reason? {
        var count = 0
        for scalar in text.unicodeScalars {
            count += 1
            let value = scalar.value
            if value >= 0x20, value <= 0x7E { continue }
            if value < 0x20 || (0x7F...0x9F).contains(value) {
                if mayBreakLines, [9, 10, 13].contains(value) { continue }
                return .controlCharacter(code: value)
            }
            if !Windows1252.contains(scalar) { return .notInWindows1252(Character(scalar)) }
        }
        return count > limit ? .tooLong(limit: limit, actual: count) : nil
    }
}

/// qbXML's DATETYPE and DATETIMETYPE, kept as text: QuickBooks' time zone rules make them opaque to everyone else.
enum DateText {
    static func isDate(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, matches(bytes, "dddd-dd-dd") else { return false }
        let month = number(bytes[5..<7])
        let day = number(bytes[8..<10])
        let year = number(bytes[0..<4])
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...12).contains(month) && day >= 1 && day <= lengths[month - 1]
    }

    static func isDateTime(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count >= 19, isDate(String(text.prefix(10))) else { return false }
        let clock = Array(bytes[10..<19])
        guard matches(clock, "Tdd:dd:dd"), number(clock[1..<3]) < 24, number(clock[4..<6]) < 60 else { return false }
        let zone = Array(bytes[19...])
        return zone.isEmpty || matches(zone, "+dd:dd") || matches(zone, "-dd:dd")
    }

    private static func matches(_ bytes: [UInt8], _ shape: StaticString) -> Bool {
        guard bytes.count == shape.utf8CodeUnitCount else { return false }
        return shape.withUTF8Buffer { shape in
            zip(bytes, shape).allSatisfy { byte, expected in
                expected == UInt8(ascii: "d") ? (0x30...0x39).contains(byte) : byte == expected
            }
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }
}

/// qbXML's GUIDTYPE: braces around a GUID, or `0` for the owner of the user's own custom fields.
enum GUIDText {
    static func isGUID(_ text: String) -> Bool {
        if text == "0" { return true }
        guard text.utf8.count == 38, text.hasPrefix("{"), text.hasSuffix("}") else { return false }
        let groups = text.dropFirst().dropLast().split(separator: "-", omittingEmptySubsequences: false)
        return groups.map(\.utf8.count) == [8, 4, 4, 4, 12]
            && groups.allSatisfy { $0.utf8.allSatisfy { UnicodeScalar($0).properties.isASCIIHexDigit } }
    }
}
