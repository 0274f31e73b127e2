/// The cost of one unit: an exact decimal of either sign with up to five decimals, as many as qbXML's PRICETYPE
/// carries. It is not money: it becomes money only when multiplied by a quantity and rounded.
package struct UnitCost: Hashable, Sendable, CustomStringConvertible {
    /// 12.345 is 1,234,500.
    package let hundredThousandths: Int64
    package let currency: Currency

    package static let decimals = 5
    /// qbXML allows ten digits before the point.
    package static let limitHundredThousandths: Int64 = 999_999_999_999_999

    package init(hundredThousandths: Int64, currency: Currency) throws(MoneyFault) {
        guard hundredThousandths.magnitude <= UnitCost.limitHundredThousandths.magnitude else { throw .overflow }
        self.hundredThousandths = hundredThousandths
        self.currency = currency
    }

    /// Reads `12.345`; what people type is for `AmountText`.
    package init(parsing plain: some StringProtocol, currency: Currency) throws(MoneyFault) {
        guard let number = FixedPoint.parse(plain, decimals: UnitCost.decimals) else {
            throw .notAnAmount(String(plain.prefix(FixedPoint.longestText)))
        }
        try self.init(hundredThousandths: number, currency: currency)
    }

    /// `12.345` or `12.50`: never fewer decimals than money has.
    package var plain: String {
        FixedPoint.print(
            hundredThousandths, decimals: UnitCost.decimals, fewestDecimals: currency.minorUnitDigits)
    }

    /// `1,012.50`, for people.
    package var formatted: String {
        let fewest = currency.minorUnitDigits
        return FixedPoint.print(
            hundredThousandths, decimals: UnitCost.decimals, fewestDecimals: fewest, isGrouped: true)
    }

    package var description: String { "\(currency) \(formatted)" }
}
