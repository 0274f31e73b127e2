/// Why an amount could not be computed or read.
package enum MoneyFault: Error, Hashable, Sendable {
    /// The figure lies beyond the limit of its kind, which is QuickBooks' own.
    case overflow
    case currenciesDiffer(Currency, Currency)
    /// The text is not a plain decimal such as `-1234.50`, or has more decimals than its kind allows.
    case notAnAmount(String)
    /// An amount was to be shared over no weights, only zeros, or a negative weight.
    case nothingToShareOver

    package var sentence: String {
        switch self {
        case .overflow:
            "The figure is larger than QuickBooks accepts."
        case .currenciesDiffer(let left, let right):
            "An amount in \(left) cannot be combined with one in \(right)."
        case .notAnAmount(let text):
            "“\(text)” is not an amount."
        case .nothingToShareOver:
            "An amount can only be shared over weights that are not negative and not all zero."
        }
    }
}
