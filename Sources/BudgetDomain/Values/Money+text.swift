extension Money: CustomStringConvertible {
    /// `-1234.50`: how files and QuickBooks are told the amount.
    package var plain: String {
        FixedPoint.print(minorUnits, decimals: currency.minorUnitDigits, fewestDecimals: currency.minorUnitDigits)
    }

    /// `-1,234.50`: how people are shown the amount.
    package var formatted: String {
        let digits = currency.minorUnitDigits
        return FixedPoint.print(minorUnits, decimals: digits, fewestDecimals: digits, isGrouped: true)
    }

    /// `USD -1,234.50`, for test failures and diagnostics.
    package var description: String { "\(currency) \(formatted)" }

    /// Reads what `plain` writes, and the same with fewer decimals (`12`, `12.5`). Nothing else: grouping, signs of
    /// currency and parentheses are for `AmountText`.
    package init(parsing plain: some StringProtocol, currency: Currency) throws(MoneyFault) {
        guard let minorUnits = FixedPoint.parse(plain, decimals: currency.minorUnitDigits) else {
            throw .notAnAmount(String(plain.prefix(FixedPoint.longestText)))
        }
        try self.init(exactly: Int128(minorUnits), currency: currency)
    }
}
