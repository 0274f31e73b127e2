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
        if name.unicodeScalars.count > longest {
            return "has \(name.unicodeScalars.count) characters; QuickBooks holds \(longest)"
        }
        if name.contains(":") { return "has a colon, which QuickBooks keeps for levels" }
        if name.first?.isWhitespace == true || name.last?.isWhitespace == true {
            return "begins or ends with a space, which QuickBooks drops"
        }
        if let scalar = name.unicodeScalars.first(where: { !AccountingLetters.hold($0) }) {
            return "has “\(scalar)”, which QuickBooks cannot hold"
        }
        return nil
    }
}
