/// Why text that a person wrote where an amount belongs is not read as one.
package enum AmountTextFault: Error, Hashable, Sendable {
    case notAnAmount
    /// What a spreadsheet shows in place of a result, such as `#REF!`.
    case spreadsheetError
    /// `1.2E+05`: the spreadsheet has already rounded, so the digits are lost.
    case scientificNotation
    /// `1,23,4`: the thousands marks do not stand between groups of three digits.
    case wrongGrouping
    /// More than one of a minus, a trailing minus and parentheses.
    case severalSigns
    /// `1,234` where nothing says whether the mark stands for thousands or decimals.
    case ambiguousMark
    case otherCurrency(String, expected: Currency)
    case tooManyDecimals(allowed: Int)
    case tooLarge
    /// A text after `=` that is no sum.
    case notArithmetic
    case dividesByZero

    /// Follows “the amount cell says …”, without the text itself.
    package var sentence: String {
        switch self {
        case .notAnAmount:
            "It is not an amount."
        case .spreadsheetError:
            "It is a spreadsheet's error, not an amount: mend the formula and export the file again."
        case .scientificNotation:
            "It is in scientific notation, whose digits may be rounded: give the column a number format."
        case .wrongGrouping:
            "Its thousands marks do not stand between groups of three digits."
        case .severalSigns:
            "It has more than one sign: use a minus or parentheses, not both."
        case .ambiguousMark:
            "Its mark may stand for thousands or for decimals: write it with two decimals."
        case .otherCurrency(let mark, let expected):
            "It is marked \(mark), but the budget is in \(expected)."
        case .tooManyDecimals(let allowed):
            "It has more than \(allowed) decimals."
        case .tooLarge:
            "It is larger than QuickBooks accepts."
        case .notArithmetic:
            "It cannot be worked out: use numbers, + - * / %, and parentheses."
        case .dividesByZero:
            "It divides by zero."
        }
    }
}
