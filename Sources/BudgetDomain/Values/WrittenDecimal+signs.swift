extension WrittenDecimal {
    /// What stands around the digits.
    struct Signs: Equatable {
        var minuses = 0
        var pluses = 0
        var isParenthesised = false

        var isNegative: Bool { minuses > 0 || isParenthesised }
        var isDashAlone: Bool { minuses == 1 && pluses == 0 && !isParenthesised }
        var count: Int { minuses + pluses + (isParenthesised ? 1 : 0) }
    }

    /// Removes spaces, signs, parentheses and the currency's mark from both ends, in whatever order they stand.
    static func takeSignsAndCurrency(
        from scalars: inout Substring.UnicodeScalarView, currency: Currency
    ) throws(AmountTextFault) -> Signs {
        var signs = Signs()
        var currencyMarks = 0
        var opened = 0
        var closed = 0
        var before = scalars.count
        repeat {
            before = scalars.count
            trimSpaces(&scalars)
            takeSign(scalars.first, &signs) { scalars.removeFirst() }
            takeSign(scalars.last, &signs) { scalars.removeLast() }
            opened += take("(", scalars.first) { scalars.removeFirst() }
            closed += take(")", scalars.last) { scalars.removeLast() }
            currencyMarks += try takeCurrencyMark(&scalars, currency)
        } while scalars.count < before

        guard opened == closed, opened <= 1, currencyMarks <= 1 else { throw .notAnAmount }
        signs.isParenthesised = opened == 1
        guard signs.count <= 1 else { throw .severalSigns }
        return signs
    }

    private static func take(_ wanted: Unicode.Scalar, _ found: Unicode.Scalar?, remove: () -> Void) -> Int {
        guard found == wanted else { return 0 }
        remove()
        return 1
    }

    private static func takeSign(_ scalar: Unicode.Scalar?, _ signs: inout Signs, remove: () -> Void) {
        if let scalar, isMinus(scalar) {
            signs.minuses += 1
            remove()
        } else if scalar == "+" {
            signs.pluses += 1
            remove()
        }
    }

    /// The hyphen, the minus proper, and the dashes that word processors make of it.
    private static func isMinus(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "\u{2212}" || scalar == "\u{2013}" || scalar == "\u{2014}"
    }

    private static func trimSpaces(_ scalars: inout Substring.UnicodeScalarView) {
        while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
        while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    }

    /// Removes one mark of `currency` (`$`, `USD`, `US$`) from either end and says how many were removed; another
    /// currency's mark is a fault.
    private static func takeCurrencyMark(
        _ scalars: inout Substring.UnicodeScalarView, _ currency: Currency
    ) throws(AmountTextFault) -> Int {
        guard let first = scalars.first, let last = scalars.last, !isDigit(first) || !isDigit(last) else { return 0 }
        for mark in marks(of: currency) {
            if scalars.starts(with: mark.unicodeScalars) {
                scalars.removeFirst(mark.unicodeScalars.count)
                return 1
            }
            if scalars.reversed().starts(with: mark.unicodeScalars.reversed()) {
                scalars.removeLast(mark.unicodeScalars.count)
                return 1
            }
        }
        for other in Currency.allCases where other != currency {
            for mark in marks(of: other) where !marks(of: currency).contains(mark) {
                let text = String(scalars)
                guard !text.hasPrefix(mark), !text.hasSuffix(mark) else {
                    throw .otherCurrency(mark, expected: currency)
                }
            }
        }
        return 0
    }

    private static func marks(of currency: Currency) -> [String] {
        guard currency.symbol == "$" else { return [currency.code, currency.symbol] }
        return [currency.code, String(currency.code.prefix(2)) + "$", String(currency.code.prefix(1)) + "$", "$"]
    }
}
