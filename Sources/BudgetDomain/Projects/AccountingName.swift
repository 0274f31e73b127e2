/// Whether QuickBooks can hold a name as it is. Names are never shortened or changed on the way: what does not fit is
/// refused before anything leaves.
package enum AccountingName {
    /// Customers and jobs: `Name` of CustomerAdd, qbXML 13.0.
    package static let longestJobName = 41
    /// Items: `Name` of ItemServiceAdd, qbXML 13.0.
    package static let longestItemName = 31

    /// Why QuickBooks cannot hold the name, as a clause that follows it; nil when it can.
    package static func problem(in name: String, longest: Int) -> String? {
        if name.isEmpty { return "is empty" }
        let length = name.unicodeScalars.count
        if length > longest { return "has \(length) characters; QuickBooks holds \(longest)" }
        if name.utf8.contains(UInt8(ascii: ":")) { return "has a colon, which QuickBooks keeps for levels" }
        if let first = name.unicodeScalars.first, let last = name.unicodeScalars.last, isSpace(first) || isSpace(last) {
            return "begins or ends with a space, which QuickBooks drops"
        }
        if let scalar = name.unicodeScalars.first(where: { !AccountingLetters.hold($0) }) {
            return "has “\(scalar)”, which QuickBooks cannot hold"
        }
        return nil
    }

    /// The last of the names that a full name has between its colons: that of its own level.
    package static func own(in fullName: String) -> String {
        fullName.split(separator: ":").last.map(String.init) ?? fullName
    }

    /// Unicode's tables are asked only beyond ASCII: thousands of names are looked at for one page.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
    }
}
