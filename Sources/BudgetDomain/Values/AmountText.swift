/// Amounts as people and spreadsheets write them: `1,234.50`, `(1,234.50)`, `$ 1,234`, `-$12`, `1234.5-`, `-`.
///
/// What is not certain is a fault, never a guess. `mark` is the file's convention; nil reads only what means the
/// same with a decimal point and with a decimal comma.
package enum AmountText {
    /// Longer cells are refused unread.
    package static let longestText = 64

    /// The amount, or nil when the text is blank. A dash alone is zero, as the accounting format writes it.
    package static func money(
        _ text: String, currency: Currency, mark: DecimalMark? = .point
    ) throws(AmountTextFault) -> Money? {
        guard let written = try decimal(text, currency: currency, mark: mark) else { return nil }
        let minorUnits = try written.scaled(decimals: currency.minorUnitDigits, limit: Money.limitMinorUnits)
        return Money(minorUnits: minorUnits, currency: currency)
    }

    package static func quantity(
        _ text: String, currency: Currency, mark: DecimalMark? = .point
    ) throws(AmountTextFault) -> Quantity? {
        guard let written = try decimal(text, currency: currency, mark: mark) else { return nil }
        let number = try written.scaled(decimals: Quantity.decimals, limit: Quantity.limitHundredThousandths)
        do { return try Quantity(hundredThousandths: number) } catch { throw .tooLarge }
    }

    package static func unitCost(
        _ text: String, currency: Currency, mark: DecimalMark? = .point
    ) throws(AmountTextFault) -> UnitCost? {
        guard let written = try decimal(text, currency: currency, mark: mark) else { return nil }
        let number = try written.scaled(decimals: UnitCost.decimals, limit: UnitCost.limitHundredThousandths)
        do { return try UnitCost(hundredThousandths: number, currency: currency) } catch { throw .tooLarge }
    }

    private static func decimal(
        _ text: String, currency: Currency, mark: DecimalMark?
    ) throws(AmountTextFault) -> WrittenDecimal? {
        guard text.unicodeScalars.contains(where: { !WrittenDecimal.isSpace($0) }) else { return nil }
        if let mark { return try WrittenDecimal(reading: text, mark: mark, currency: currency) }

        guard let byComma = try? WrittenDecimal(reading: text, mark: .comma, currency: currency) else {
            return try WrittenDecimal(reading: text, mark: .point, currency: currency)
        }
        guard let byPoint = try? WrittenDecimal(reading: text, mark: .point, currency: currency) else {
            return byComma
        }
        guard byPoint == byComma else { throw .ambiguousMark }
        return byPoint
    }
}
