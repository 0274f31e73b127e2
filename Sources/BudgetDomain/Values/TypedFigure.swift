/// A figure as somebody types it into a cell: an amount as people write them, or a sum after `=`.
enum TypedFigure {
    /// Nil when the text is blank.
    static func money(_ text: String, currency: Currency) throws(AmountTextFault) -> Money? {
        guard Arithmetic.isMeant(by: text) else { return try AmountText.money(text, currency: currency) }
        let minorUnits = try Arithmetic.result(of: text, currency: currency)
            .rounded(decimals: currency.minorUnitDigits, limit: Money.limitMinorUnits)
        return Money(minorUnits: minorUnits, currency: currency)
    }

    static func quantity(_ text: String, currency: Currency) throws(AmountTextFault) -> Quantity? {
        guard Arithmetic.isMeant(by: text) else { return try AmountText.quantity(text, currency: currency) }
        let number = try Arithmetic.result(of: text, currency: currency)
            .rounded(decimals: Quantity.decimals, limit: Quantity.limitHundredThousandths)
        do { return try Quantity(hundredThousandths: number) } catch { throw .tooLarge }
    }

    static func unitCost(_ text: String, currency: Currency) throws(AmountTextFault) -> UnitCost? {
        guard Arithmetic.isMeant(by: text) else { return try AmountText.unitCost(text, currency: currency) }
        let number = try Arithmetic.result(of: text, currency: currency)
            .rounded(decimals: UnitCost.decimals, limit: UnitCost.limitHundredThousandths)
        do { return try UnitCost(hundredThousandths: number, currency: currency) } catch { throw .tooLarge }
    }
}
