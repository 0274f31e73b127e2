/// A figure as somebody types it into a cell: an amount as people write them, or a sum after `=`.
package enum TypedFigure {
    /// What somebody typed into a form under that heading, as a cell of the grid reads it: nil when it is blank.
    package static func amount(
        _ text: String, under heading: String, in currency: Currency
    ) throws(Refused) -> Money? {
        do { return try money(text, currency: currency) } catch {
            throw unreadable(text, under: heading, error)
        }
    }

    static func unreadable(_ text: String, under heading: String, _ fault: AmountTextFault) -> Refused {
        let shown = String(text.prefix(AmountText.longestText))
        return Refused(.cellIsUnreadable(column: heading, text: shown, reason: fault.sentence))
    }

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
