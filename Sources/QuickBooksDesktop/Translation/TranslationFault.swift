package import BudgetDomain

/// Why something cannot be said to QuickBooks, or what QuickBooks said cannot be taken for a figure.
package enum TranslationFault: Error, Hashable, Sendable {
    case noLines
    /// Beyond the thirteen digits of qbXML.
    case amountTooLarge(Money)
    /// The estimate was read without its lines. Whoever changes it then would delete them all.
    case linesNotRead
    /// A line to append is in the estimate already.
    case markAlreadyThere(String)
    /// A line to be set right stands inside a group, whose lines only a person in QuickBooks can change.
    case lineInsideGroup(String)
    /// QuickBooks left out what it always says.
    case incomplete(field: String)
    /// A document in a currency that is not the books'.
    case foreignCurrency(txnID: String, name: String)
    case money(MoneyFault)

    package var sentence: String {
        switch self {
        case .noLines:
            "There is no line to send."
        case .amountTooLarge(let amount):
            "\(amount.formatted) is larger than QuickBooks accepts."
        case .linesNotRead:
            "The estimate in QuickBooks has no lines, or they could not be read, so nothing can be appended to it."
        case .markAlreadyThere(let mark):
            "The line \(mark) is in the estimate already."
        case .lineInsideGroup(let mark):
            "The line \(mark) stands inside a group of lines in QuickBooks; take it out of the group there first."
        case .incomplete(let field):
            "QuickBooks' answer lacks \(field)."
        case .foreignCurrency(let txnID, let name):
            "The document \(txnID) is in \(name), not in the currency of the books."
        case .money(let fault):
            fault.sentence
        }
    }
}
