/// A number of units of work or material: an exact decimal of either sign with up to five decimals, as many as
/// qbXML's QUANTYPE carries.
package struct Quantity: Hashable, Sendable, CustomStringConvertible {
    /// 1.5 is 150,000.
    package let hundredThousandths: Int64

    package static let decimals = 5
    /// qbXML allows ten digits before the point.
    package static let limitHundredThousandths: Int64 = 999_999_999_999_999

    package init(hundredThousandths: Int64) throws(MoneyFault) {
        guard hundredThousandths.magnitude <= Quantity.limitHundredThousandths.magnitude else { throw .overflow }
        self.hundredThousandths = hundredThousandths
    }

    /// Reads `-12.375`; what people type is for `AmountText`.
    package init(parsing plain: some StringProtocol) throws(MoneyFault) {
        guard let number = FixedPoint.parse(plain, decimals: Quantity.decimals) else {
            throw .notAnAmount(String(plain.prefix(FixedPoint.longestText)))
        }
        try self.init(hundredThousandths: number)
    }

    /// `12.375`, without zeros that say nothing.
    package var plain: String {
        FixedPoint.print(hundredThousandths, decimals: Quantity.decimals, fewestDecimals: 0)
    }

    /// `1,012.375`, for people.
    package var formatted: String {
        FixedPoint.print(hundredThousandths, decimals: Quantity.decimals, fewestDecimals: 0, isGrouped: true)
    }

    package var description: String { formatted }
}
